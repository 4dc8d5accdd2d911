package io.github.crosstie.benchmarks;

import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import io.github.crosstie.graph.internal.item.EventMapping;
import io.github.crosstie.graph.internal.operation.CalendarWindow;
import io.github.crosstie.graph.internal.operation.Delta;
import io.github.crosstie.graph.internal.sdk.SdkTransport;
import io.github.crosstie.graph.internal.wire.GraphPolicy;
import io.github.crosstie.graph.internal.wire.GraphTransport;
import io.github.crosstie.internal.exchange.WindowsZones;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/** A program that reads one page of events and says how many there were, and how many classes that took. */
final class FirstPage {

    /** The mailbox that it reads. */
    static final String USER = "user@example.com";

    /** The days that it reads. */
    static final CalendarWindow WINDOW = new CalendarWindow(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));

    private static final String PAGE = "odata.maxpagesize=200";

    private FirstPage() {}

    /** How it reads. */
    enum Way {
        /** The library over the JDK's client. */
        LEAN {
            @Override
            int read(URI service, String token) {
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                return events(GraphReading.lean(client, service, token));
            }
        },
        /** The library over the vendor's request adapter. */
        ADAPTER {
            @Override
            int read(URI service, String token) {
                return events(SdkTransport.of(vendors(service, token), GraphPolicy.DEFAULT));
            }
        },
        /** The vendor's client and its model objects. */
        MODELS {
            @Override
            int read(URI service, String token) {
                var page = vendors(service, token)
                        .users()
                        .byUserId(USER)
                        .calendarView()
                        .delta()
                        .get(request -> {
                            request.headers.add("Prefer", PAGE);
                            var query = Objects.requireNonNull(request.queryParameters);
                            query.startDateTime = WINDOW.from() + "T00:00:00Z";
                            query.endDateTime = WINDOW.to() + "T00:00:00Z";
                        });
                return (int) Objects.requireNonNull(Objects.requireNonNull(page).getValue()).stream()
                        .map(SdkPages::event)
                        .count();
            }
        };

        /** Reads the page; tells how many events are on it. */
        abstract int read(URI service, String token);

        private static int events(GraphTransport transport) {
            return new GraphReading(transport)
                    .items(
                            Delta.ofCalendar(WINDOW).preferring(PAGE),
                            new EventMapping(WindowsZones.standard(), ZoneOffset.UTC))
                    .size();
        }

        private static GraphServiceClient vendors(URI service, String token) {
            return GraphReading.vendors(GraphClientFactory.create().build(), service, token);
        }
    }

    /**
     * Reads a page.
     *
     * @param arguments the way, the service's address, and a token
     */
    @SuppressWarnings("SystemOut") // whoever started the program waits for these lines
    public static void main(String[] arguments) {
        System.out.println(Way.valueOf(arguments[0]).read(URI.create(arguments[1]), arguments[2]));
        System.out.println(ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
        // The vendor's client keeps threads.
        System.exit(0);
    }
}
