package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarDeltaTest extends EventTest {

    private static final String DELTA = ANNA + "/calendarView/delta?" + MARCH;
    private static final List<String> BARE =
            List.of("@odata.type", "@odata.etag", "id", "seriesMasterId", "type", "start", "end");

    @Test
    void tellsAllOfAWindowAtFirst() {
        event("Before", "2026-02-27");
        String single = event("Single", "2026-03-03");
        event("After", "2026-04-02");

        Round round = first();

        assertThat(round.ids()).containsExactly(single);
        assertThat(round.entries().get(0).path("subject").asText()).isEqualTo("Single");
        assertThat(round.deltaLink()).contains("$deltatoken=").doesNotContain("startDateTime");
    }

    @Test
    @DisplayName("S6: a series comes as its master, its exceptions, and bare occurrences")
    void tellsASeriesByItsMasterAndItsOccurrences() {
        String series = series("Review");
        patch(occurrence(series, 1), "'subject':'Retrospect'");

        Round round = first();

        assertThat(types(round)).containsExactly("seriesMaster", "occurrence", "exception", "occurrence");
        assertThat(round.entries().get(0).path("recurrence").isObject()).isTrue();
        assertThat(round.entries().get(1).fieldNames()).toIterable().containsExactlyElementsOf(BARE);
        assertThat(round.entries().get(1).path("seriesMasterId").asText()).isEqualTo(series);
        assertThat(round.entries().get(2).path("subject").asText()).isEqualTo("Retrospect");
        assertThat(round.entries().get(2).path("originalStart").asText()).isEqualTo("2026-03-23T08:00:00Z");
    }

    @Test
    void leavesOutASeriesWithoutOccurrencesInTheWindow() {
        series("Review");

        assertThat(follow(ANNA + "/calendarView/delta?startDateTime=2026-05-01&endDateTime=2026-06-01", Map.of())
                        .entries())
                .isEmpty();
    }

    @Test
    void tellsNothingWhereNothingHasHappened() {
        event("Single", "2026-03-03");

        Round next = next(first());

        assertThat(next.entries()).isEmpty();
        assertThat(next(next).entries()).isEmpty();
    }

    @Test
    void tellsWhatWasMadeAndWhatWasChanged() {
        String old = event("Old", "2026-03-03");
        Round known = first();
        String made = event("New", "2026-03-04");
        patch(old, "'subject':'Changed'");

        Round round = next(known);

        assertThat(round.ids()).containsExactly(made, old);
        assertThat(round.entries().get(1).path("subject").asText()).isEqualTo("Changed");
        assertThat(next(round).entries()).isEmpty();
    }

    @Test
    void tellsWhatWasDeleted() {
        String single = event("Single", "2026-03-03");
        String series = series("Review");
        Round known = first();
        rest.delete(EVENTS + "/" + single);
        rest.delete(EVENTS + "/" + series);

        Round round = next(known);

        assertThat(round.removed()).containsExactly(single, series);
        assertThat(round.entries().get(0))
                .hasToString("{\"@odata.type\":\"#microsoft.graph.event\",\"id\":\"" + single
                        + "\",\"@removed\":{\"reason\":\"deleted\"}}");
    }

    @Test
    void tellsWhatHappensOutsideTheWindowAsIfItHadBeenDeleted() {
        Round known = first();
        String outside = event("Outside", "2026-06-01");

        assertThat(next(known).removed()).containsExactly(outside);
    }

    @Test
    void tellsWhatCameAndWentBetweenTwoRoundsAsDeleted() {
        Round known = first();
        String brief = event("Brief", "2026-03-03");
        rest.delete(EVENTS + "/" + brief);

        assertThat(next(known).removed()).containsExactly(brief);
    }

    @Test
    @DisplayName("S23: leaving the window is no deletion")
    void tellsWhatLeavesTheWindowAsDeletedAndTellsItAgainWhenItComesBack() {
        String id = event("Single", "2026-03-03");
        Round known = first();
        patch(id, hour("2026-05-03"));
        Round left = next(known);
        patch(id, hour("2026-03-05"));

        assertThat(left.removed()).containsExactly(id);
        assertThat(rest.get(EVENTS + "/" + id).status()).isEqualTo(200);
        assertThat(next(left).ids()).containsExactly(id);
    }

    @Test
    void saysNothingOfAnOccurrenceThatWasDeletedButAllElseOfItsSeries() {
        String series = series("Review");
        String gone = occurrence(series, 1);
        Round known = first();
        rest.delete(EVENTS + "/" + gone);

        Round round = next(known);

        assertThat(types(round)).containsExactly("seriesMaster", "occurrence", "occurrence");
        assertThat(round.ids()).doesNotContain(gone);
        assertThat(round.removed()).isEmpty();
    }

    @Test
    void tellsAllOfASeriesAgainWhenOneOccurrenceChanges() {
        String series = series("Review");
        Round known = first();
        patch(occurrence(series, 2), "'subject':'Retrospect'");

        assertThat(types(next(known))).containsExactly("seriesMaster", "occurrence", "occurrence", "exception");
    }

    @Test
    void doesNotTearASeriesApart() {
        event("Single", "2026-03-03");
        series("Review");
        event("Another", "2026-03-04");

        Round round = follow(DELTA, Map.of("Prefer", "odata.maxpagesize=2"));

        assertThat(round.sizes()).containsExactly(1, 4, 1);
    }

    @Test
    void keepsNoPreferenceInItsLinks() {
        event("One", "2026-03-03");
        event("Two", "2026-03-04");
        Rest.Reply first = rest.get(
                DELTA,
                Map.of("Prefer", "odata.maxpagesize=1, IdType=\"ImmutableId\", outlook.timezone=\"Asia/Tokyo\""));

        JsonNode forgotten = rest.get(first.nextLink()).items().get(0);

        assertThat(first.items().get(0).path("start").path("dateTime").asText())
                .isEqualTo("2026-03-03T17:00:00.0000000");
        assertThat(forgotten.path("start").path("dateTime").asText()).isEqualTo("2026-03-04T08:00:00.0000000");
        assertThat(forgotten.path("id").asText().substring(0, 4))
                .isNotEqualTo(first.items().get(0).path("id").asText().substring(0, 4));
    }

    @Test
    void tellsRemovalsByTheSameImmutableIds() {
        event("Single", "2026-03-03");
        Round known = follow(DELTA, Rest.IMMUTABLE);
        calendar.delete(calendar.list().get(0).id());

        assertThat(follow(known.deltaLink(), Rest.IMMUTABLE).removed()).isEqualTo(known.ids());
    }

    @Test
    void losesNothingThatHappensBetweenTwoPages() {
        String one = event("One", "2026-03-03");
        String two = event("Two", "2026-03-04");
        Rest.Reply page = rest.get(DELTA, Map.of("Prefer", "odata.maxpagesize=1"));
        patch(one, "'subject':'Changed'");
        String three = event("Three", "2026-03-05");

        Round rest = follow(page.nextLink(), Map.of());

        assertThat(rest.ids()).containsExactly(two);
        assertThat(next(rest).ids()).containsExactly(one, three);
    }

    @Test
    void tellsWhatAPersonDoesOverExchange() {
        String id = put("Review", "2026-03-03");
        Round known = first();
        calendar.edit(id, "Subject", "Changed");

        assertThat(next(known).entries())
                .singleElement()
                .extracting(entry -> entry.path("subject").asText())
                .isEqualTo("Changed");
    }

    @Test
    void tellsAgainWhatHasNotChanged() {
        String id = put("Review", "2026-03-03");
        Round known = first();
        calendar.tellAgain(id);

        assertThat(next(known).ids()).containsExactly(ItemIds.rest(id));
    }

    @Test
    void mayTellLater() {
        Round known = first();
        String id = event("Single", "2026-03-03");
        graph.faults().next("delta").lateChanges();

        Round late = next(known);

        assertThat(late.entries()).isEmpty();
        assertThat(next(late).ids()).containsExactly(id);
    }

    @Test
    void forgetsWhatItHasToldWhenItsTokensExpire() {
        event("Single", "2026-03-03");
        Round known = first();
        graph.expireDeltaTokens();

        Rest.Reply expired = rest.get(known.deltaLink());

        assertThat(expired.status()).isEqualTo(410);
        assertThat(expired.code()).isEqualTo("SyncStateNotFound");
        assertThat(follow(expired.header("Location"), Map.of()).ids()).isEqualTo(known.ids());
        assertThat(first().ids()).isEqualTo(known.ids());
    }

    @Test
    void expiresInTheMiddleOfARound() {
        event("One", "2026-03-03");
        event("Two", "2026-03-04");
        Rest.Reply page = rest.get(DELTA, Map.of("Prefer", "odata.maxpagesize=1"));
        anna.expireSyncStates();

        assertThat(rest.get(page.nextLink()).status()).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$filter=subject%20eq%20'x'", "$orderby=subject", "$search=x", "$expand=instances"})
    void refusesOptionsThatChangesDoNotHave(String option) {
        assertThat(rest.get(DELTA + "&" + option).status()).isEqualTo(400);
    }

    @Test
    void takesNoNoticeOfASelection() {
        event("Single", "2026-03-03");

        assertThat(rest.get(DELTA + "&$select=id")
                        .items()
                        .get(0)
                        .path("subject")
                        .asText())
                .isEqualTo("Single");
    }

    @Test
    void refusesTheTokenOfAnotherCalendar() {
        String other = rest.post(ANNA + "/calendars", json("{'name':'Trips'}")).value("id");
        String token = first().deltaLink().replaceFirst(".*\\?", "?");

        assertThat(rest.get(ANNA + "/calendars/" + other + "/calendarView/delta" + token)
                        .status())
                .isEqualTo(400);
        assertThat(rest.get(ANNA + "/calendar/calendarView/delta" + token).status())
                .isEqualTo(200);
    }

    private Round first() {
        return follow(DELTA, Map.of());
    }

    private Round next(Round known) {
        return follow(known.deltaLink(), Map.of());
    }

    private static List<String> types(Round round) {
        return round.entries().stream()
                .map(entry -> entry.path("type").asText())
                .toList();
    }
}
