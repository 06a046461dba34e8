package dev.cacheward.cli.render;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes objects as YAML. Of a Secret it shows those values that tell where a Redis is, and no other: what is not known to be harmless
 * is hidden.
 */
final class Redaction {
    private static final String HIDDEN = "<redacted>";

    /** The entries of a Provisioned Service and of its environment that hold no secret. */
    private static final Pattern SHOWN =
            Pattern.compile("type|provider|host|port|database|([A-Z0-9_]+_)?REDIS_(HOST|PORT)");

    private final KubernetesSerialization yaml = new KubernetesSerialization();

    String document(Rendered.Item item) {
        Map<?, ?> fields = yaml.convertValue(item.object(), Map.class);
        String comment = item.comment().isEmpty() ? "" : "# " + item.comment() + "\n";
        return "---\n" + comment
                + yaml.asYaml(item.object() instanceof Secret ? redacted(fields) : fields)
                        .replaceFirst("^---\\s", "");
    }

    private static Map<String, Object> redacted(Map<?, ?> secret) {
        Map<String, Object> shown = new LinkedHashMap<>();
        secret.forEach((field, value) -> {
            if (field.equals("data")) {
                shown.put("stringData", values((Map<?, ?>) value));
            } else {
                shown.put(field.toString(), value);
            }
        });
        return shown;
    }

    private static Map<String, String> values(Map<?, ?> data) {
        Map<String, String> values = new TreeMap<>();
        data.forEach((key, value) ->
                values.put(key.toString(), SHOWN.matcher(key.toString()).matches() ? text(value.toString()) : HIDDEN));
        return values;
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
