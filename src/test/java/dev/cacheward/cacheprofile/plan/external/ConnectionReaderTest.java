package dev.cacheward.cacheprofile.plan.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cacheward.api.v1alpha1.CacheProfile;
import dev.cacheward.cacheprofile.model.external.References;
import dev.cacheward.cacheprofile.plan.SampleProfiles;
import dev.cacheward.redis.Connection;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the objects that a spec refers to. */
class ConnectionReaderTest {
    private static final String FIELDS = "hostFrom: {name: s, key: h}, portFrom: {name: s, key: p},"
            + " usernameFrom: {name: s, key: u}, passwordFrom: {name: s, key: w}";

    @Test
    void fieldsOfASecretMakeAConnection() {
        // When
        Connection connection = valid(
                FIELDS,
                Map.of(
                        "hostFrom",
                        "db.example.com\n",
                        "portFrom",
                        "6380",
                        "usernameFrom",
                        "app",
                        "passwordFrom",
                        "pw"));

        // Then
        assertThat(connection.endpoint()).isEqualTo("db.example.com:6380");
        assertThat(connection.username()).contains("app");
    }

    @Test
    void anEmptyPasswordIsNoneAsCrossplaneWritesIt() {
        assertThat(valid(FIELDS, Map.of("hostFrom", "db.example.com", "portFrom", "6379", "passwordFrom", ""))
                        .password())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "S3cretToken | redis.example.com | do hostFrom and passwordFrom name each other's key?",
                "S3cretToken | S3cretToken | is the same as the password"
            })
    void aPasswordInThePlaceOfTheHostIsNotRepeated(String host, String password, String words) {
        assertThat(refused(FIELDS, Map.of("hostFrom", host, "portFrom", "6379", "passwordFrom", password)))
                .contains("hostFrom", words)
                .doesNotContain(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"991234", "S3cretToken", "-1", "0"})
    void aTextOfASecretThatIsNoPortIsNotRepeated(String text) {
        assertThat(refused(FIELDS, Map.of("hostFrom", "db.example.com", "portFrom", text, "passwordFrom", "pw")))
                .contains("portFrom", "1 to 65535")
                .doesNotContain(text);
    }

    @Test
    void aTextOfAConfigMapIsQuoted() {
        assertThat(refused(
                        "host: db.example.com, portFrom: {kind: ConfigMap, name: c, key: p}",
                        Map.of("portFrom", "70000")))
                .contains("\"70000\"", "1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "a\u0000b", "line\nbreak"})
    void aUserNameHasNoBlanksAndNoControlCharacters(String name) {
        assertThat(refused(
                        FIELDS,
                        Map.of(
                                "hostFrom",
                                "db.example.com",
                                "portFrom",
                                "6379",
                                "usernameFrom",
                                name,
                                "passwordFrom",
                                "pw")))
                .contains("usernameFrom");
    }

    @Test
    void aByteOrderMarkBeforeAPasswordIsNamed() {
        assertThat(refused(
                        FIELDS, Map.of("hostFrom", "db.example.com", "portFrom", "6379", "passwordFrom", "\ufeffpw")))
                .contains("byte order mark");
    }

    @Test
    void theProfilesOwnServerIsNobodyElses() {
        assertThat(SampleProfiles.external(profile("host: shop-redis"), new References(Map.of(), Optional.empty())))
                .isInstanceOfSatisfying(
                        ValidatedExternal.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .asString()
                                .contains("use spec.redis.managed"));
        assertThat(SampleProfiles.external(
                        profile("urlFrom: {name: shop-redis, key: url}"), new References(Map.of(), Optional.empty())))
                .isInstanceOfSatisfying(
                        ValidatedExternal.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .first()
                                .asString()
                                .contains("spec.redis.external.urlFrom", "is made by this profile"));
    }

    private static Connection valid(String spec, Map<String, String> texts) {
        return ((ValidatedExternal.Valid)
                        SampleProfiles.external(profile(spec), new References(texts, Optional.empty())))
                .server()
                .connection();
    }

    private static String refused(String spec, Map<String, String> texts) {
        return ((ValidatedExternal.Unresolved)
                        SampleProfiles.external(profile(spec), new References(texts, Optional.empty())))
                .cause()
                .message();
    }

    private static CacheProfile profile(String external) {
        return SampleProfiles.profile("ttls: {users: 5m}", "redis: {external: {" + external + "}}");
    }
}
