package io.github.crosstie.graph.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.graph.ScriptedChannel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TranslateIdsTest {

    private final ScriptedChannel channel = new ScriptedChannel();
    private final TranslateIds ids = new TranslateIds(channel);

    @Test
    @DisplayName("S22: an id that the server leaves out, or gives with an error, has no counterpart")
    void leavesOutWhatIsNotTranslated() {
        channel.answer(
                200,
                "{'value':[{'sourceId':'c','targetId':'C'},{'sourceId':'b','targetId':null,"
                        + "'errorDetails':{'code':'ErrorInvalidId'}}]}");

        assertThat(ids.translate(List.of("a", "b", "c"), TranslateIds.Kind.EWS, TranslateIds.Kind.IMMUTABLE))
                .containsOnlyKeys("c")
                .containsEntry("c", "C");
    }

    @Test
    @DisplayName("S22: a thousand ids go into a request")
    void asksForAThousandAtATime() {
        for (int request = 0; request < 3; request++) {
            channel.answer(200, "{'value':[]}");
        }
        List<String> many = IntStream.range(0, 2_001).mapToObj(at -> "id" + at).toList();

        ids.translate(many, TranslateIds.Kind.EWS, TranslateIds.Kind.IMMUTABLE);

        assertThat(channel.requests()).isEqualTo(3);
        assertThat(String.valueOf(channel.call(2).body()))
                .isEqualTo("{\"inputIds\":[\"id2000\"],\"sourceIdType\":\"ewsId\","
                        + "\"targetIdType\":\"restImmutableEntryId\"}");
    }
}
