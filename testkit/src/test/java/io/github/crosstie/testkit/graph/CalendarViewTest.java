package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarViewTest extends EventTest {

    private static final String VIEW = ANNA + "/calendarView";

    @Test
    void showsSingleEventsAndOccurrencesOfItsWindow() {
        event("Before", "2026-02-27");
        event("Single", "2026-03-03");
        series("Review");

        List<JsonNode> shown =
                rest.get(VIEW + "?" + MARCH + "&$orderby=start/dateTime").items();

        assertThat(shown)
                .extracting(item -> item.path("subject").asText())
                .containsExactly("Single", "Review", "Review", "Review");
        assertThat(shown)
                .extracting(item -> item.path("type").asText())
                .containsExactly("singleInstance", "occurrence", "occurrence", "occurrence");
        assertThat(shown.get(1).path("originalStart").asText()).isEqualTo("2026-03-16T08:00:00Z");
        assertThat(shown.get(1).has("cancelledOccurrences")).isFalse();
    }

    @Test
    void takesTheEdgesOfItsWindowForUtcWhateverZoneIsPreferred() {
        event("Review", "2026-03-02");
        Map<String, String> tokyo = Map.of("Prefer", "outlook.timezone=\"Tokyo Standard Time\"");

        assertThat(rest.get(VIEW + "?startDateTime=2026-03-02T08:00:00&endDateTime=2026-03-02T08:30:00", tokyo)
                        .items())
                .hasSize(1);
        assertThat(rest.get(VIEW + "?startDateTime=2026-03-02T17:00:00&endDateTime=2026-03-02T17:30:00", tokyo)
                        .items())
                .isEmpty();
        assertThat(rest.get(VIEW + "?startDateTime=2026-03-02T17:00:00%2B09:00&endDateTime=2026-03-02T17:30:00%2B09:00")
                        .items())
                .hasSize(1);
    }

    @Test
    void leavesOutWhatEndsAsItsWindowBegins() {
        event("Review", "2026-03-02");

        assertThat(rest.get(VIEW + "?startDateTime=2026-03-02T09:00:00Z&endDateTime=2026-03-02T10:00:00Z")
                        .items())
                .isEmpty();
        assertThat(rest.get(VIEW + "?startDateTime=2026-03-02T07:00:00Z&endDateTime=2026-03-02T08:00:00Z")
                        .items())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?startDateTime=2026-03-01T00:00:00Z",
                "?startDateTime=&endDateTime=",
                "?startDateTime=soon&endDateTime=later",
                "?startDateTime=2026-04-01T00:00:00Z&endDateTime=2026-03-01T00:00:00Z",
                "?startDateTime=2026-03-01T00:00:00Z&endDateTime=2036-03-01T00:00:00Z"
            })
    void needsAWindow(String query) {
        assertThat(rest.get(VIEW + query).code()).isEqualTo("ErrorInvalidParameter");
        assertThat(rest.get(VIEW + "/delta" + query).code()).isEqualTo("ErrorInvalidParameter");
    }

    @Test
    void tellsTheValueThatItCannotRead() {
        assertThat(rest.get(VIEW + "/delta()?startDateTime=&endDateTime=").text())
                .contains("The value '' of parameter 'StartDateTime' is invalid");
    }

    @Test
    void breaksWhereExtendedPropertiesAreExpanded() {
        String expand = "singleValueExtendedProperties($filter=id eq '" + STAMP + "')";

        assertThat(rest.get(VIEW
                                + Rest.query(
                                        "startDateTime", "2026-03-01", "endDateTime", "2026-04-01", "$expand", expand))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void leadsFromPageToPage() {
        series("Review");

        Rest.Reply first = rest.get(VIEW + "?" + MARCH + "&$top=2");
        Rest.Reply second = rest.get(first.nextLink());

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.nextLink()).isEmpty();
    }
}
