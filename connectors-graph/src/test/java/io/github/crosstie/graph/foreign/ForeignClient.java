package io.github.crosstie.graph.foreign;

import com.microsoft.graph.models.Attendee;
import com.microsoft.graph.models.AttendeeType;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.EmailAddress;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.UserItemRequestBuilder;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import java.util.List;

/** The client that Graph's makers have written, and what tests make with it. */
final class ForeignClient {

    static final String BERLIN = "W. Europe Standard Time";

    private ForeignClient() {}

    static GraphServiceClient of(LoopbackGraph graph) {
        String token = graph.accessToken();
        GraphServiceClient client =
                new GraphServiceClient((request, context) -> request.headers.add("Authorization", "Bearer " + token));
        client.getRequestAdapter().setBaseUrl(graph.url().toString());
        return client;
    }

    static UserItemRequestBuilder anna(LoopbackGraph graph) {
        return of(graph).users().byUserId("anna@acme.example");
    }

    static Event event(String subject, String start, String end) {
        Event event = new Event();
        event.setSubject(subject);
        event.setStart(time(start));
        event.setEnd(time(end));
        return event;
    }

    static DateTimeTimeZone time(String local) {
        DateTimeTimeZone time = new DateTimeTimeZone();
        time.setDateTime(local);
        time.setTimeZone(BERLIN);
        return time;
    }

    static List<Attendee> attendee(String address) {
        EmailAddress email = new EmailAddress();
        email.setAddress(address);
        Attendee attendee = new Attendee();
        attendee.setType(AttendeeType.Optional);
        attendee.setEmailAddress(email);
        return List.of(attendee);
    }
}
