package dev.cacheward.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserLineTest {
    @Test
    void aLineOfTheFileIsReadWithoutTheWordThatBeginsAnew() {
        // When
        UserLine line = UserLine.parse("user probe reset on #aa -@all +ping");

        // Then
        assertThat(line.name()).isEqualTo("probe");
        assertThat(line.isOn()).isTrue();
        assertThat(line.hashes()).containsExactly("#aa");
        assertThat(line.rules()).containsExactly("-@all", "+ping");
    }

    @Test
    void whatAServerPrintsIsReadWithItsFlagsAndSelectors() {
        // When
        UserLine line = UserLine.parse(
                "user bob off nopass skip-sanitize-payload ~a &b -@all +get (~c resetchannels -@all +set)");

        // Then
        assertThat(line.isOn()).isFalse();
        assertThat(line.isChecked()).isFalse();
        assertThat(line.flags()).contains(UserLine.NOPASS);
        assertThat(line.base()).containsExactly("~a", "&b", "-@all", "+get");
        assertThat(line.selectors()).containsExactly("(~c", "resetchannels", "-@all", "+set)");
    }

    @Test
    void itsTextHoldsNoHash() {
        assertThat(UserLine.parse("user probe on #abcdef +ping")).hasToString("UserLine[probe]");
    }
}
