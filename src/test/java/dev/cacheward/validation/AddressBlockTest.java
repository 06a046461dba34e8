package dev.cacheward.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which blocks of addresses every version of the API server takes. */
class AddressBlockTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "10.0.0.0/8",
                "192.168.0.0/24",
                "192.168.0.5/32",
                "::/0",
                "fd00::/8",
                "::1/128",
                "1:2:3:4:5:6:7:8/128",
                "1::8/128",
                "2001:DB8:0:1::/64",
                "0:0:0:0:0:0:0:0/0"
            })
    void aFirstAddressAndALengthAreABlock(String text) {
        assertThat(AddressBlock.parse(text))
                .hasValueSatisfying(block -> assertThat(block.isExact()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "10.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/08",
                "10.0.0.0/8/8",
                "192.168.0.5/24",
                "010.0.0.0/8",
                "10.0.0/8",
                "10.0.0.256/32",
                "10.0.0.0.0/8",
                "fd00::1/8",
                "::/129",
                ":::/0",
                "1:2:3:4:5:6:7/128",
                "1:2:3:4:5:6:7::8/128",
                "::1::/128",
                "12345::/16",
                "g::/16",
                "::ffff:10.0.0.0/104",
                "::ffff:a00:0/104",
                "fe80::1%eth0/128"
            })
    void whatSomeApiServerRefusesIsNone(String text) {
        assertThat(AddressBlock.parse(text).filter(AddressBlock::isExact)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.0.0/16, true",
        "0.0.0.0/0, 128.0.0.0/1, true",
        "fd00::/8, fd12::/16, true",
        "10.0.0.0/8, 10.0.0.0/8, true",
        "10.0.0.0/8, 11.0.0.0/16, false",
        "10.1.0.0/16, 10.0.0.0/8, false",
        "0.0.0.0/0, ::/1, false",
        "::/0, 10.0.0.0/8, false",
    })
    void aBlockContainsThoseOfItsOwnAddresses(String outer, String inner, boolean contains) {
        assertThat(AddressBlock.parse(outer)
                        .orElseThrow()
                        .contains(AddressBlock.parse(inner).orElseThrow()))
                .isEqualTo(contains);
    }
}
