package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.exchange.LoopbackRequest;
import io.github.crosstie.testkit.exchange.SchemaJudge;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made over Graph is good over Exchange Web Services, by the letter of their schema where that is at hand. */
class SharedCalendarTest extends EventTest {

    private static final String GET_ITEM = """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"
              xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"
              xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">
              <soap:Header><t:RequestServerVersion Version="Exchange2013_SP1"/></soap:Header>
              <soap:Body><m:GetItem>
                <m:ItemShape><t:BaseShape>AllProperties</t:BaseShape></m:ItemShape>
                <m:ItemIds><t:ItemId Id="%s"/></m:ItemIds>
              </m:GetItem></soap:Body>
            </soap:Envelope>""";

    @AfterEach
    void judge() {
        SchemaJudge.ifPresent().ifPresent(judge -> {
            for (LoopbackRequest request : graph.exchange().requests()) {
                assertThat(judge.complaints(request.answer()))
                        .as(request.answer())
                        .isEmpty();
            }
        });
    }

    @Test
    void showsAWholeMeetingOverBoth() throws IOException, InterruptedException {
        post("""
                'subject':'Review','importance':'high','sensitivity':'confidential','showAs':'workingElsewhere',
                'categories':['Blue','Red'],'body':{'contentType':'html','content':'<p>All of it.</p>'},
                'location':{'displayName':'Small room'},'transactionId':'t-1','hideAttendees':true,
                'allowNewTimeProposals':false,'responseRequested':false,'isReminderOn':false,
                'attendees':[{'type':'required','emailAddress':{'address':'ben@globex.example','name':'Ben'}},
                {'type':'optional','emailAddress':{'address':'cat@globex.example'}},
                {'type':'resource','emailAddress':{'address':'room@acme.example'}}],
                'singleValueExtendedProperties':[{'id':'%s','value':'pair/1'}],%s
                """.formatted(STAMP, hour("2026-03-02")));

        String answer = overExchange(calendar.list().get(0));

        assertThat(answer)
                .contains("<t:Subject>Review</t:Subject>", "<t:Sensitivity>Confidential</t:Sensitivity>")
                .contains("<t:LegacyFreeBusyStatus>WorkingElsewhere</t:LegacyFreeBusyStatus>")
                .contains("<t:EmailAddress>room@acme.example</t:EmailAddress>")
                .doesNotContain("TransactionId", "HideAttendees");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type':'daily','interval':2",
                "'type':'weekly','interval':1,'daysOfWeek':['monday','friday'],'firstDayOfWeek':'monday'",
                "'type':'absoluteMonthly','interval':1,'dayOfMonth':16",
                "'type':'relativeMonthly','interval':1,'daysOfWeek':['saturday','sunday'],'index':'last'",
                "'type':'absoluteYearly','interval':1,'dayOfMonth':16,'month':3",
                "'type':'absoluteYearly','interval':2,'dayOfMonth':16,'month':3",
                "'type':'relativeYearly','interval':1,'daysOfWeek':['thursday'],'index':'fourth','month':11"
            })
    @DisplayName("S6: all patterns are the same over both")
    void showsEveryPatternOverBoth(String pattern) throws IOException, InterruptedException {
        String series = post("'recurrence':{'pattern':{" + pattern + "},'range':{'type':'numbered',"
                        + "'startDate':'2026-03-16','numberOfOccurrences':3}}," + hour("2026-03-16"))
                .value("id");

        String answer = overExchange(calendar.list().get(0));

        assertThat(answer).contains("<t:CalendarItemType>RecurringMaster</t:CalendarItemType>");
        assertThat(rest.get(EVENTS + "/" + series + "/instances?startDateTime=2026-01-01&endDateTime=2030-12-31")
                        .items())
                .hasSize(3);
    }

    @Test
    @DisplayName("S6: exceptions and cancelled occurrences are the same over both")
    void showsExceptionsOverBoth() throws IOException, InterruptedException {
        String series = series("Review");
        patch(occurrence(series, 1), "'location':{'displayName':'Large room'}," + hour("2026-03-24"));
        rest.delete(EVENTS + "/" + occurrence(series, 2));

        String answer = overExchange(calendar.list().get(0));

        assertThat(answer)
                .contains("<t:OriginalStart>2026-03-23T08:00:00Z</t:OriginalStart>")
                .contains("<t:DeletedOccurrence><t:Start>2026-03-30T07:00:00Z</t:Start></t:DeletedOccurrence>");
    }

    private String overExchange(LoopbackItem item) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(graph.exchange().url())
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(BodyPublishers.ofString(GET_ITEM.formatted(item.id())))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
