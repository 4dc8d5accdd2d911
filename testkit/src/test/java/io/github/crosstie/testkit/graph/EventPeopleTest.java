package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Attendees;
import io.github.crosstie.testkit.internal.mailbox.Properties;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.SentMail;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventPeopleTest extends CalendarTest {

    private static final String BEN =
            "{'type':'required','emailAddress':{'name':'Ben','address':'ben@globex.example'}}";
    private static final String CAT = "{'type':'optional','emailAddress':{'address':'cat@globex.example'}}";
    private static final String ROOM = "{'type':'resource','emailAddress':{'address':'room@acme.example'}}";

    @Test
    void tellsWhoIsCalledInWhatRole() throws Refusal {
        JsonNode shown = show(create("'attendees':[" + CAT + "," + ROOM + "," + BEN + "]," + HOUR))
                .path("attendees");

        assertThat(shown.findValuesAsText("type")).containsExactly("required", "optional", "resource");
        assertThat(shown.findValuesAsText("address"))
                .containsExactly("ben@globex.example", "cat@globex.example", "room@acme.example");
        assertThat(shown.findValuesAsText("name")).containsExactly("Ben", "cat@globex.example", "room@acme.example");
        assertThat(shown.path(0).path("status")).isEqualTo(json("{'response':'none','time':'0001-01-01T00:00:00Z'}"));
    }

    @Test
    void takesAnAttendeeWithoutARoleForRequired() throws Refusal {
        ObjectNode shown = show(create("'attendees':[{'emailAddress':{'address':'ben@globex.example'}}]," + HOUR));

        assertThat(shown.path("attendees").path(0).path("type").asText()).isEqualTo("required");
    }

    @Test
    void tellsWhatAttendeesHaveAnswered() throws Refusal {
        StoredItem event = create("'attendees':[" + BEN + "," + CAT + "]," + HOUR);
        Attendees.respond(event.properties, "ben@globex.example", "Tentative", "2026-03-01T10:00:00Z");
        Attendees.respond(event.properties, "cat@globex.example", "Decline", "2026-03-01T11:00:00Z");

        JsonNode shown = show(event).path("attendees");

        assertThat(shown.path(0).path("status"))
                .isEqualTo(json("{'response':'tentativelyAccepted','time':'2026-03-01T10:00:00Z'}"));
        assertThat(shown.path(1).path("status").path("response").asText()).isEqualTo("declined");
    }

    @Test
    void keepsAnAnswerWhenTheAttendeeIsSentAgain() throws Refusal {
        StoredItem event = create("'attendees':[" + BEN + "]," + HOUR);
        Attendees.respond(event.properties, "ben@globex.example", "Accept", "2026-03-01T10:00:00Z");

        ObjectNode shown = show(update(found(event), "'attendees':[" + CAT + "," + BEN + "]"));

        assertThat(shown.path("attendees").findValuesAsText("response")).containsExactly("accepted", "none");
    }

    @Test
    void tellsTheOrganizer() throws Refusal {
        anna.displayName = "Anna";

        ObjectNode shown = show(create(HOUR));

        assertThat(shown.path("organizer"))
                .isEqualTo(json("{'emailAddress':{'name':'Anna','address':'anna@acme.example'}}"));
        assertThat(shown.path("responseStatus").path("response").asText()).isEqualTo("organizer");
    }

    @Test
    @DisplayName("S7: no write is silent")
    void mailsWhateverAnOrganizerWrites() throws Refusal {
        StoredItem event = create("'subject':'Review','attendees':[" + BEN + "]," + HOUR);
        update(found(event), "'categories':['Blue']");
        update(found(event), "'attendees':[" + CAT + "]");
        EventWrites.delete(found(event));

        assertThat(anna.sent)
                .containsExactly(
                        sent(SentMail.Kind.REQUEST, "ben@globex.example"),
                        sent(SentMail.Kind.UPDATE, "ben@globex.example"),
                        sent(SentMail.Kind.REQUEST, "cat@globex.example"),
                        sent(SentMail.Kind.CANCELLATION, "ben@globex.example"),
                        sent(SentMail.Kind.CANCELLATION, "cat@globex.example"));
    }

    @Test
    void mailsNobodyWhereNobodyIsCalled() throws Refusal {
        StoredItem event = create("'subject':'Review'," + HOUR);
        update(found(event), "'subject':'Retrospect'");
        EventWrites.delete(found(event));

        assertThat(anna.sent).isEmpty();
    }

    @Test
    void mailsNobodyAboutTheEventsOfOthers() throws Refusal {
        StoredItem event = create(HOUR);
        Properties theirs = event.properties;
        theirs.put(Tree.of("t:Organizer", Attendees.mailbox("boss@acme.example", "")));
        theirs.put(Tree.of("t:RequiredAttendees", Tree.of("t:Attendee", Attendees.mailbox("ben@globex.example", ""))));

        update(found(event), "'categories':['Blue']");
        EventWrites.delete(found(event));

        assertThat(show(event).path("isOrganizer").asBoolean()).isFalse();
        assertThat(anna.sent).isEmpty();
    }

    private static SentMail sent(SentMail.Kind kind, String recipient) {
        return new SentMail(kind, "Review", List.of(recipient));
    }
}
