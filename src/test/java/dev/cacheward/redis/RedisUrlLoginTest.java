package dev.cacheward.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.validation.ExpectedParsed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUrlLoginTest {
    /** Letters that no message has, in every place where a person may have put a piece of a login. */
    private static final String CANARY = "zqxj7k";

    @ParameterizedTest
    @ValueSource(strings = {"redis://shop:@redis", "redis://:@redis", "redis://@redis"})
    void aLoginWithoutAPasswordIsRefused(String url) {
        assertThat(message(url))
                .isEqualTo(
                        "the URL has an '@' and no password before it; write :PASSWORD@ or USER:PASSWORD@, and for a server"
                                + " without a login nothing before the host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "/", "?", "#"})
    void aCharacterOfAPasswordThatHasAMeaningInUrlsHasToBeEncoded(String character) {
        assertThat(message("redis://shop:p" + character + "w@redis:6379/0"))
                .isEqualTo(
                        "the user name or the password in the URL has one of the characters @ / ? # as it is; percent-encode"
                                + " them there: @ is %40, / is %2F, ? is %3F, # is %23");
    }

    @ParameterizedTest
    @CsvSource({
        "%, has a '%' that two hexadecimal digits do not follow",
        "%4, has a '%' that two hexadecimal digits do not follow",
        "%zz, has a '%' that two hexadecimal digits do not follow",
        "%00, has a control character",
        "%0A, has a control character",
        "%C2%85, has a control character",
        "%FF, is not text in UTF-8",
        "%C3, is not text in UTF-8",
        "%C0%80, is not text in UTF-8",
        "%ED%A0%80, is not text in UTF-8",
        "%EF%BF%BD, is not text in UTF-8",
    })
    void anEscapeThatIsNoPrintableTextIsRefused(String escape, String words) {
        assertThat(message("redis://shop:pw" + escape + "@redis")).startsWith("the password in the URL " + words);
        assertThat(message("redis://sh" + escape + ":pw@redis")).startsWith("the user name in the URL " + words);
    }

    @Test
    void aUserNameHasNoBlankAndAtMost512Bytes() {
        assertThat(message("redis://sh%20op:pw@redis")).contains("the user name in the URL has a blank");
        assertThat(message("redis://" + "ä".repeat(257) + ":pw@redis")).contains("longer than 512 bytes");
    }

    @Test
    void aPasswordHasAtMost512Bytes() {
        assertThat(message("redis://:" + "ä".repeat(257) + "@redis")).contains("longer than 512 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://%s@redis:x",
                "redis://%s@h1,h2",
                "redis://%s",
                "redis://%s@",
                "%s@redis",
                "%s",
                "redis:%s@redis",
                "redis:/%s@redis",
                "http://%s@redis",
                "redis://%s@redis/x",
                "redis://redis/%s",
                "redis://redis?%s",
                "redis://redis#%s",
                "redis://redis:%s",
                "redis://[%s]",
                "redis://%s@[",
                "redis://[::1]%s",
                "\"redis://%s@redis\"",
                "redis://%s@redis:6379:1",
                "redis://a@%s@redis",
                "redis,password=%s",
                "redis://redis,password=%s",
                "%s://redis",
            })
    void noMessageHoldsAPieceOfALogin(String surroundings) {
        // Given
        Stream<String> texts = Stream.of(
                        "%s",
                        "%s:",
                        ":%s",
                        "%s:%s",
                        "u:%s",
                        "%s:p",
                        "%s@%s",
                        "%s/%s",
                        "%s?%s",
                        "%s#%s",
                        "%s[",
                        "%s]",
                        "%s%",
                        "%s%0A",
                        "%s%FF",
                        "%s\n",
                        "\"%s\"",
                        "%s ",
                        "%s,%s",
                        "%s=",
                        "%s,password=%s",
                        "%s://%s",
                        "\u0000%s")
                .map(login -> surroundings.replace("%s", login).replace("%s", CANARY));
        // When
        Stream<String> messages =
                texts.flatMap(text -> RedisUrl.parse(text).fold(valid -> Stream.<String>of(), Stream::of));
        // Then
        assertThat(messages).isNotEmpty().noneMatch(message -> message.contains(CANARY));
    }

    private static String message(String url) {
        return ExpectedParsed.message(RedisUrl.parse(url));
    }
}
