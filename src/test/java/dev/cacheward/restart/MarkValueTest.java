package dev.cacheward.restart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.delivery.RestartPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pods with a mark have read. */
class MarkValueTest {
    @ParameterizedTest
    @ValueSource(strings = {"6138618f22075a78", "keys.connection", "keys.connection.2", "keys..1", ""})
    void everyMarkIsReadAsItWasWritten(String text) {
        assertThat(MarkValue.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys.connection.two", "a.b.1.c", "keys.connection.999999999"})
    void aTextOfSomebodyElseIsNoMark(String text) {
        assertThat(MarkValue.parse(text).covers(wants("keys", "connection", true)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "keys, '', true, true",
        "keys, new, true, false",
        "keys, new, false, true",
        "keys.new, new, true, true",
        "keys.new.3, new, true, true",
        "keys.old, new, true, false",
        "keys.old, '', true, true",
        "others.new, new, true, false"
    })
    void aMarkCoversItsKeysAndItsConnection(String mark, String connection, boolean connects, boolean covered) {
        assertThat(MarkValue.parse(mark).covers(wants("keys", connection, connects)))
                .isEqualTo(covered);
    }

    @Test
    void podsThatStartNowReadThePublishedConnectionBeforeTheServerTakesIt() {
        assertThat(MarkValue.parse("").changed(wants("keys", "new", false)).text())
                .isEqualTo("keys.new");
    }

    @Test
    void anUnknownConnectionStaysWhatItWas() {
        assertThat(MarkValue.parse("old.known.2")
                        .changed(wants("keys", "", false))
                        .text())
                .isEqualTo("keys.known");
    }

    @Test
    void oneMoreRestartIsCounted() {
        assertThat(MarkValue.parse("keys").restarted(wants("keys", "", false)).text())
                .isEqualTo("keys..1");
        assertThat(MarkValue.parse("keys.old.1")
                        .restarted(wants("keys", "new", false))
                        .text())
                .isEqualTo("keys.new.2");
    }

    @ParameterizedTest
    @CsvSource({
        "'', new, true",
        "others, '', true",
        "others.new, new, true",
        "others.old, new, false",
        "keys.old.1, new, false"
    })
    void whileAKeyIsInConflictTheConnectionAloneCounts(String mark, String connection, boolean covered) {
        assertThat(MarkValue.parse(mark).covers(wants("keys", connection, true).complete(false)))
                .isEqualTo(covered);
    }

    @Test
    void podsThatStartInAConflictHaveNotReadTheKeys() {
        assertThat(MarkValue.parse("others.old.1")
                        .changed(wants("keys", "new", true).complete(false))
                        .text())
                .isEqualTo("others.new.1");
    }

    private static RestartPlan wants(String keys, String connection, boolean connects) {
        return new RestartPlan(
                List.of(), keys, Optional.of(connection).filter(text -> !text.isEmpty()), connects, true, false);
    }
}
