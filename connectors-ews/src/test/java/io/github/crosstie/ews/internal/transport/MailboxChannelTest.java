package io.github.crosstie.ews.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.ResponseCode;
import io.github.crosstie.ews.internal.soap.ServerVersion;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnavailableException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxChannelTest {

    private static final Pattern VERSION = Pattern.compile("RequestServerVersion Version=\"(\\w+)\"");

    @Test
    void sendsAnEnvelopeWithWhatExchangeWantsToKnow() {
        try (TestServer server = saying("hello")) {
            String word = Channels.open().to(server, Channels.ANNA).call(Channels.READ, Channels.WORD);

            assertThat(word).isEqualTo("hello");
            TestServer.Received request = server.received().get(0);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).hasToString("/EWS/Exchange.asmx");
            assertThat(request.body()).contains("<m:GetItem/>").contains("Exchange2013_SP1");
            assertThat(request.header("Content-Type")).isEqualTo("text/xml; charset=utf-8");
            assertThat(request.header("X-AnchorMailbox")).isEqualTo("anna@acme.example");
            assertThat(request.header("client-request-id")).isEqualTo("ours-1");
            assertThat(request.header("return-client-request-id")).isEqualTo("true");
            assertThat(request.header("User-Agent")).isEqualTo("Crosstie");
            assertThat(request.header("Authorization")).isEqualTo("Bearer token");
            assertThat(request.header("Upgrade"))
                    .as("HTTP/1.1 is spoken from the start")
                    .isEmpty();
        }
    }

    @Test
    void keepsTheCookiesOfEachMailboxToItself() {
        try (TestServer server = TestServer.start((exchange, request) -> {
            exchange.getResponseHeaders()
                    .add(
                            "Set-Cookie",
                            "X-BackEndCookie=of-" + request.header("X-AnchorMailbox") + "; path=/EWS; HttpOnly");
            exchange.getResponseHeaders().add("Set-Cookie", "exchangecookie=x; Domain=.example");
            TestServer.answer(exchange, 200, "text/xml", Envelopes.saying("hello"));
        })) {
            Channels channels = Channels.open();
            for (int round = 0; round < 2; round++) {
                channels.to(server, Channels.ANNA).call(Channels.READ, Channels.WORD);
                channels.to(server, Channels.BERT).call(Channels.READ, Channels.WORD);
            }

            assertThat(server.received())
                    .extracting(request -> request.header("Cookie"))
                    .containsExactly(
                            "",
                            "",
                            "X-BackEndCookie=of-anna@acme.example; exchangecookie=x",
                            "X-BackEndCookie=of-bert@acme.example; exchangecookie=x");
        }
    }

    @Test
    void stepsDownToAVersionThatTheServerKnowsAndRemembersIt() {
        try (TestServer server = TestServer.start((exchange, request) -> {
            String version = versionOf(request);
            if (version.equals("Exchange2013_SP1")) {
                TestServer.answer(exchange, 500, "text/xml", Envelopes.fault("ErrorInvalidServerVersion", ""));
            } else if (version.equals("Exchange2010_SP2")) {
                TestServer.answer(exchange, 500, "text/xml", Envelopes.fault("ErrorIncorrectSchemaVersion", ""));
            } else {
                TestServer.answer(exchange, 200, "text/xml", Envelopes.saying(version));
            }
        })) {
            Channels channels = Channels.open();

            String first = channels.to(server, Channels.ANNA).call(Channels.WRITE, Channels.WORD);
            String second = channels.to(server, Channels.ANNA).call(Channels.WRITE, Channels.WORD);

            assertThat(List.of(first, second)).containsOnly("Exchange2010");
            assertThat(server.received())
                    .extracting(MailboxChannelTest::versionOf)
                    .containsExactly("Exchange2013_SP1", "Exchange2010_SP2", "Exchange2010", "Exchange2010");
        }
    }

    @Test
    void remembersTheOldestVersionThatWasRefused() {
        MailboxState state = new MailboxState();

        state.stepBelow(ServerVersion.EXCHANGE_2010_SP2);
        state.stepBelow(ServerVersion.EXCHANGE_2013_SP1);

        assertThat(state.version()).isEqualTo(ServerVersion.EXCHANGE_2010);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ErrorInvalidServerVersion",
                "ErrorIncorrectSchemaVersion",
                "ErrorInvalidSchemaVersionForMailboxVersion"
            })
    void givesUpAServerThatKnowsNoVersion(String code) {
        try (TestServer server = faulty(code, "")) {
            EwsChannel channel = Channels.open().to(server, Channels.ANNA);

            assertThatThrownBy(() -> channel.call(Channels.READ, Channels.WORD))
                    .isInstanceOf(ContractBrokenException.class);
            assertThat(server.received())
                    .extracting(MailboxChannelTest::versionOf)
                    .containsExactly("Exchange2013_SP1", "Exchange2010_SP2", "Exchange2010", "Exchange2007_SP1");
        }
    }

    @Test
    void sendsNothingBeforeAPauseIsOverFromNoChannelOfTheMailbox() {
        try (TestServer server = TestServer.start((exchange, request) -> {
            if (request.header("client-request-id").equals("ours-1")) {
                TestServer.answer(
                        exchange, 500, "text/xml", Envelopes.fault("ErrorServerBusy", Envelopes.backOff(1_500)));
            } else {
                TestServer.answer(exchange, 200, "text/xml", Envelopes.saying("rested"));
            }
        })) {
            Channels channels = Channels.open();
            EwsChannel contacts = channels.to(server, Channels.ANNA);
            EwsChannel events = channels.to(server, Channels.ANNA);
            assertThatThrownBy(() -> contacts.call(Channels.READ, Channels.WORD))
                    .isInstanceOf(ThrottledException.class);

            channels.clock.advance(Duration.ofMillis(1_499));
            ThrottledException early =
                    catchThrowableOfType(ThrottledException.class, () -> events.call(Channels.WRITE, Channels.WORD));
            int sentEarly = server.received().size();
            String ofAnother = channels.to(server, Channels.BERT).call(Channels.READ, Channels.WORD);
            channels.clock.advance(Duration.ofMillis(1));
            String afterwards = events.call(Channels.WRITE, Channels.WORD);

            assertThat(early.retryAt()).isEqualTo(channels.clock.instant());
            assertThat(AnswerLost.isBehind(early)).isFalse();
            assertThat(sentEarly).isEqualTo(1);
            assertThat(List.of(ofAnother, afterwards)).containsOnly("rested");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ErrorMailboxMoveInProgress", "ErrorCrossSiteRequest", "ErrorNonPrimarySmtpAddress"})
    void doubtsTheAddressWhenTheMailboxIsElsewhere(String code) {
        try (TestServer server = faulty(code, "")) {
            Place place = new Place(server.at("/EWS/Exchange.asmx"));

            assertThatThrownBy(() -> Channels.open().to(place, Channels.ANNA).call(Channels.READ, Channels.WORD))
                    .isInstanceOf(CrosstieException.class);
            assertThat(place.doubts).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 301})
    void doubtsTheAddressWhenNothingIsThere(int status) {
        try (TestServer server = TestServer.start((exchange, request) -> exchange.sendResponseHeaders(status, -1))) {
            Place place = new Place(server.at("/EWS/Exchange.asmx"));

            assertThatThrownBy(() -> Channels.open().to(place, Channels.ANNA).call(Channels.READ, Channels.WORD))
                    .isInstanceOf(UnavailableException.class);
            assertThat(place.doubts).hasValue(1);
        }
    }

    @Test
    void keepsTheAddressOfAServerThatShowsAnErrorPage() {
        try (TestServer server = TestServer.start((exchange, request) -> {
            exchange.getResponseHeaders().set("Location", "/ews/genericerrorpage.htm");
            exchange.sendResponseHeaders(302, -1);
        })) {
            Place place = new Place(server.at("/EWS/Exchange.asmx"));

            assertThatThrownBy(() -> Channels.open().to(place, Channels.ANNA).call(Channels.READ, Channels.WORD))
                    .isInstanceOf(UnavailableException.class);
            assertThat(place.doubts).hasValue(0);
        }
    }

    @Test
    void keepsTheAddressOfABusyServer() {
        try (TestServer server = faulty("ErrorServerBusy", Envelopes.backOff(5))) {
            Place place = new Place(server.at("/EWS/Exchange.asmx"));

            assertThatThrownBy(() -> Channels.open().to(place, Channels.ANNA).call(Channels.READ, Channels.WORD))
                    .isInstanceOf(ThrottledException.class);
            assertThat(place.doubts).hasValue(0);
        }
    }

    @Test
    void actsOnTroubleThatAReaderFindsAsOnAFault() {
        try (TestServer server = saying("hello")) {
            Place place = new Place(server.at("/EWS/Exchange.asmx"));
            Channels channels = Channels.open();

            CrosstieException failure = catchThrowableOfType(
                    CrosstieException.class,
                    () -> channels.to(place, Channels.ANNA).call(Channels.READ, response -> {
                        throw new Trouble(ResponseCode.of("ErrorMailboxMoveInProgress"))
                                .toException("GetItem", channels.clock);
                    }));

            assertThat(failure).hasMessageContaining("client-request-id ours-1");
            assertThat(place.doubts).hasValue(1);
        }
    }

    @Test
    void readsOnceMoreWhenTheConnectionBreaksBeforeAnAnswer() {
        try (TestServer server = breakingFirst()) {
            String word = Channels.open().to(server, Channels.ANNA).call(Channels.READ, Channels.WORD);

            assertThat(word).isEqualTo("hello");
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    @DisplayName("A write that broke may have happened: it is told as lost, and not sent again")
    void writesOnceAlone() {
        try (TestServer server = breakingFirst()) {
            UnavailableException failure = catchThrowableOfType(
                    UnavailableException.class,
                    () -> Channels.open().to(server, Channels.ANNA).call(Channels.WRITE, Channels.WORD));

            assertThat(AnswerLost.isBehind(failure)).isTrue();
            assertThat(failure).hasMessageContaining("client-request-id ours-1");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void tellsAWriteThatCouldNotBeSentAsNotDone() {
        TestServer gone = saying("hello");
        gone.close();

        UnavailableException failure = catchThrowableOfType(
                UnavailableException.class,
                () -> Channels.open().to(gone, Channels.ANNA).call(Channels.WRITE, Channels.WORD));

        assertThat(failure).hasMessageContaining("no connection");
        assertThat(AnswerLost.isBehind(failure)).isFalse();
    }

    @Test
    void sendsNothingOnceTheSignInHasUsedUpTheTime() {
        try (TestServer server = saying("hello")) {
            EwsChannel channel = Channels.open(WebPolicy.DEFAULT.withPlainHttp().within(Duration.ofNanos(1)))
                    .to(server, Channels.ANNA);

            CrosstieException failure =
                    catchThrowableOfType(CrosstieException.class, () -> channel.call(Channels.WRITE, Channels.WORD));

            assertThat(failure).isInstanceOf(UnavailableException.class).hasMessageContaining("before");
            assertThat(AnswerLost.isBehind(failure)).isFalse();
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void refusesPlainHttpUnlessTheHostAllowsIt() {
        try (TestServer server = saying("hello")) {
            EwsChannel channel = Channels.open(WebPolicy.DEFAULT).to(server, Channels.ANNA);

            assertThatThrownBy(() -> channel.call(Channels.READ, Channels.WORD))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("https alone");
            assertThat(server.received()).isEmpty();
        }
    }

    private static TestServer saying(String word) {
        return TestServer.start(
                (exchange, request) -> TestServer.answer(exchange, 200, "text/xml", Envelopes.saying(word)));
    }

    private static TestServer faulty(String code, String messageXml) {
        return TestServer.start(
                (exchange, request) -> TestServer.answer(exchange, 500, "text/xml", Envelopes.fault(code, messageXml)));
    }

    private static TestServer breakingFirst() {
        AtomicInteger requests = new AtomicInteger();
        return TestServer.start((exchange, request) -> {
            if (requests.incrementAndGet() > 1) {
                TestServer.answer(exchange, 200, "text/xml", Envelopes.saying("hello"));
            }
        });
    }

    private static String versionOf(TestServer.Received request) {
        Matcher matcher = VERSION.matcher(request.body());
        return matcher.find() ? matcher.group(1) : "none";
    }

    /** An address that counts how often it is doubted. */
    private static final class Place implements MailServer {
        private final URI address;
        private final AtomicInteger doubts = new AtomicInteger();

        Place(URI address) {
            this.address = address;
        }

        @Override
        public URI address() {
            return address;
        }

        @Override
        public void doubt() {
            doubts.incrementAndGet();
        }
    }
}
