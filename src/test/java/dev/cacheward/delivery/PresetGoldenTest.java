package dev.cacheward.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CachePreset;
import dev.cacheward.api.v1alpha1.ConfigMapTarget;
import dev.cacheward.api.v1alpha1.Delivery;
import dev.cacheward.api.v1alpha1.LimitDelivery;
import dev.cacheward.api.v1alpha1.LimitMode;
import dev.cacheward.api.v1alpha1.LimitPreset;
import dev.cacheward.api.v1alpha1.TtlDelivery;
import dev.cacheward.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What each preset makes of the same settings: a file for each key, and a REPORT of what is refused or left out. The proofs hand
 * these very files to the libraries.
 */
class PresetGoldenTest {
    private static final Path ROOT = Path.of("src/test/resources/presets");

    private static final Map<String, String> PLAIN = Map.of("default", "120/hour", "query", "20/minute");
    private static final Map<String, String> SEVERAL =
            Map.of("default", "120/hour", "query", "20/minute; 300/hour", "upload_file", "50/day");
    private static final Map<String, String> MULTIPLES = Map.of("default", "120/hour", "query", "5 per 2 minutes");
    private static final Map<String, String> TIGHT = Map.of("query", "20/minute; 10/hour");
    private static final Map<String, String> LONG = Map.of("query", "20 per 30 days");

    private static final Map<String, String> TIMES = Map.of("default", "1h", "users_list", "1h30m", "page", "60s");
    private static final Map<String, String> KEPT = Map.of("users_list", "5m", "models", "Never");
    private static final Map<String, String> OFF = Map.of("users_list", "5m", "secrets", "Disabled");

    @TestFactory
    Stream<DynamicTest> limitsBecomeTheseFiles() {
        List<DynamicTest> tests = new ArrayList<>();
        for (LimitPreset preset : LimitPreset.values()) {
            tests.add(limits(preset, "plain", LimitMode.ENFORCE, PLAIN));
            tests.add(limits(preset, "several", LimitMode.ENFORCE, SEVERAL));
            tests.add(limits(preset, "multiples", LimitMode.ENFORCE, MULTIPLES));
            tests.add(limits(preset, "tight", LimitMode.ENFORCE, TIGHT));
            tests.add(limits(preset, "long", LimitMode.ENFORCE, LONG));
            tests.add(limits(preset, "shadow", LimitMode.SHADOW, PLAIN));
            tests.add(limits(preset, "disabled", LimitMode.DISABLED, PLAIN));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> ttlsBecomeTheseFiles() {
        List<DynamicTest> tests = new ArrayList<>();
        for (CachePreset preset : CachePreset.values()) {
            tests.add(ttls(preset, "plain", true, TIMES));
            tests.add(ttls(preset, "never", true, KEPT));
            tests.add(ttls(preset, "disabled", true, OFF));
            tests.add(ttls(preset, "off", false, TIMES));
        }
        return tests.stream();
    }

    @Test
    void noOtherFolderIsThere() throws IOException {
        // Given
        List<String> written = Stream.concat(limitsBecomeTheseFiles(), ttlsBecomeTheseFiles())
                .map(DynamicTest::getDisplayName)
                .toList();

        // When
        List<String> there = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(Files::isRegularFile)
                    .map(file -> ROOT.relativize(file.getParent()).toString())
                    .forEach(there::add);
        }

        // Then
        assertThat(new TreeSet<>(there)).isEqualTo(new TreeSet<>(written));
    }

    private static DynamicTest limits(LimitPreset preset, String name, LimitMode mode, Map<String, String> limits) {
        LimitDelivery item = new LimitDelivery(new ConfigMapTarget("shop", null), null, preset, null, null, null, null);
        LimitForm form = new LimitForm(SampleSettings.limits(mode, limits));
        return test(preset.value() + "/" + name, List.of(item), form);
    }

    private static DynamicTest ttls(CachePreset preset, String name, boolean enabled, Map<String, String> ttls) {
        TtlDelivery item = new TtlDelivery(new ConfigMapTarget("shop", null), null, preset, null, null, null, null);
        TtlForm form = new TtlForm(SampleSettings.ttls(enabled, ttls));
        return test(preset.value() + "/" + name, List.of(item), form);
    }

    private static <D extends Delivery> DynamicTest test(String folder, List<D> items, DeliveryRendering.Form<D> form) {
        return DynamicTest.dynamicTest(folder, () -> {
            DeliveryRendering rendering = DeliveryRendering.of(items, form);
            SortedMap<String, String> files =
                    new TreeMap<>(rendering.targets().get(0).keys());
            String report = Stream.concat(
                            rendering.problems().stream().map(problem -> "refused: " + problem),
                            rendering.presets().shortfalls().stream().map(left -> "left out: " + left))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
            files.put("REPORT", report.isEmpty() ? "complete\n" : report);
            Golden.at(ROOT.resolve(folder)).assertMatches(files);
        });
    }
}
