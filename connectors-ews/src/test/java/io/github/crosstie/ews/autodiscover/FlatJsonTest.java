package io.github.crosstie.ews.autodiscover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {

    @Test
    void readsWhatAutodiscoverAnswers() {
        assertThat(FlatJson.read(
                        "{\"Protocol\":\"EWS\", \"Url\":\"https://outlook.office365.com/EWS/Exchange.asmx\"}\n"))
                .isEqualTo(Map.of("Protocol", "EWS", "Url", "https://outlook.office365.com/EWS/Exchange.asmx"));
    }

    @Test
    void readsEscapes() {
        assertThat(FlatJson.read("\uFEFF {\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\uD83D\\uDE00\"}"))
                .containsEntry("a", "\"\\/\b\f\n\r\tä😀");
    }

    @Test
    void readsAnEmptyObject() {
        assertThat(FlatJson.read(" { } ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"a\":1}",
                "{\"a\":{}}",
                "{\"a\":null}",
                "{\"a\":\"b\",}",
                "{\"a\":\"b\"}x",
                "{\"a\":\"b}",
                "{a:\"b\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\n\"}",
                "{\"a\" \"b\"}",
                "<html>"
            })
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> FlatJson.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
