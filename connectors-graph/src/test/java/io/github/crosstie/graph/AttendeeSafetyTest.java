package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Write;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttendeeSafetyTest {

    private static final Write QUIET = deletion(Notification.NONE);

    private final AttendeeSafety safety = new AttendeeSafety("ada@acme.example");

    private static Write deletion(Notification notification) {
        return new Write.Delete(new ItemId("AAA"), new ItemVersion("1"), notification);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'attendees':[{'emailAddress':{'address':'bea@other.example'}}]}",
                "{'attendees':[{'emailAddress':{'name':'Bea'}}]}",
                "{'exceptionOccurrences':[{'attendees':[{'emailAddress':{'address':'bea@other.example'}}]}]}",
                "{'recurrence':{'pattern':{}}}"
            })
    @DisplayName("S7: a meeting that may invite others, by whatever it does not tell, is not deleted without a word")
    void refusesWhatMayTellOthers(String event) {
        assertThat(safety.refusal(QUIET, ScriptedChannel.parse(event))).isPresent();
        assertThat(safety.refusal(deletion(Notification.ATTENDEES), ScriptedChannel.parse(event)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'recurrence':null}",
                "{'recurrence':{'pattern':{}},'exceptionOccurrences':[]}",
                "{'attendees':[{'emailAddress':{'address':'ADA@acme.example'}}]}",
                "{'isOrganizer':false,'attendees':[{'emailAddress':{'address':'bea@other.example'}}]}"
            })
    @DisplayName("S7: an event that tells nobody else is deleted")
    void letsThroughWhatTellsNobody(String event) {
        assertThat(safety.refusal(QUIET, ScriptedChannel.parse(event))).isEmpty();
    }
}
