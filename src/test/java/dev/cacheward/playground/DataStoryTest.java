package dev.cacheward.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataStoryTest {
    @Test
    void anEditIsToldByTheKeysThatChanged() {
        // Given
        Map<String, String> before = Map.of("A", "1", "B", "2", "C", "3");
        Map<String, String> after = Map.of("A", "1", "B", "20", "D", "4");

        // When
        List<String> told = DataStory.changes(before, after);

        // Then
        assertThat(told).containsExactly("B: 2 -> 20", "C: 3 -> (gone)", "D: (absent) -> 4");
    }

    @Test
    void aFileIsToldByItsLines() {
        // Given
        Map<String, String> before = Map.of("redis.conf", "port 6379\nappendonly no\n");
        Map<String, String> after = Map.of("redis.conf", "port 6379\nappendonly yes\n");

        // When
        List<String> told = DataStory.changes(before, after);

        // Then
        assertThat(told).containsExactly("redis.conf:", "  - appendonly no", "  + appendonly yes");
    }

    @Test
    void aNewMapIsToldInTheOrderOfItsKeys() {
        // Given
        Map<String, String> data = Map.of("B", "2", "A", "1", "C", "x\ny\n");

        // When
        List<String> told = DataStory.content(data);

        // Then
        assertThat(told).containsExactly("A=1", "B=2", "C (2 lines)");
    }
}
