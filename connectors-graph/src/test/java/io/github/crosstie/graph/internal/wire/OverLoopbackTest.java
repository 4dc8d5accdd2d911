package io.github.crosstie.graph.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.http.internal.AnswerLost;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.graph.FaultChoice;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Either way, over a Graph that keeps what it is told. */
@ParameterizedClass
@EnumSource(Way.class)
@Timeout(60)
class OverLoopbackTest {

    private static final Owner ADA = new Owner("ada@example.com");

    @Parameter
    Way way;

    private final MutableClock clock = MutableClock.create();
    private final LoopbackGraph graph = LoopbackGraph.start(clock);
    private final AtomicInteger ids = new AtomicInteger();

    @BeforeEach
    void makeMailbox() {
        graph.mailbox(ADA.value());
    }

    @AfterEach
    void close() {
        graph.close();
    }

    private GraphChannel channel(GraphPolicy policy) {
        return GraphChannels.of(
                        way.transport(graph.url(), graph.accessToken(), policy),
                        clock,
                        () -> "ours-" + ids.incrementAndGet())
                .channel(ADA);
    }

    private GraphChannel channel() {
        return channel(GraphPolicy.DEFAULT);
    }

    private static GraphCall create(String name) {
        return GraphCall.post("create contact", ScriptedGraph.parsed("{\"givenName\":\"" + name + "\"}"), "contacts");
    }

    private static GraphCall rename(JsonNode contact, String name) {
        return GraphCall.patch(
                        "change contact",
                        ScriptedGraph.parsed("{\"givenName\":\"" + name + "\"}"),
                        "contacts",
                        contact.path("id").asText())
                .ifMatch(contact.path("@odata.etag").asText());
    }

    private static GraphCall delta() {
        return GraphCall.get("list contacts", "contactFolders", "contacts", "contacts", "delta")
                .preferring("odata.maxpagesize=2");
    }

    private static CrosstieException trouble(GraphChannel channel, GraphCall call) {
        CrosstieException thrown = catchThrowableOfType(CrosstieException.class, () -> channel.call(call));
        if (thrown == null) {
            throw new AssertionError(call + ": there was an answer");
        }
        return thrown;
    }

    private int contacts() {
        return channel()
                .call(GraphCall.get("list contacts", "contacts").query("$top", "100"))
                .required()
                .path("value")
                .size();
    }

    @Test
    void aContactIsMadeChangedAndRemovedUnderItsVersion() {
        GraphChannel channel = channel();
        JsonNode made = channel.call(create("Ada")).required();

        GraphAnswer changed = channel.call(rename(made, "Augusta"));
        GraphAnswer tooLate = channel.call(rename(made, "Annabella"));
        GraphCall removal =
                GraphCall.delete("remove contact", "contacts", made.path("id").asText());
        GraphAnswer removed =
                channel.call(removal.ifMatch(changed.body().path("@odata.etag").asText()));
        // It keeps its id among the deleted items, and among the recoverable ones after them.
        GraphAnswer removedAgain = channel.call(removal);
        GraphAnswer gone = channel.call(removal);

        assertThat(changed.body().path("givenName").asText()).isEqualTo("Augusta");
        assertThat(tooLate.trouble()).map(GraphTrouble::kind).contains(TroubleKind.CONFLICT);
        assertThat(removed.status()).isEqualTo(204);
        assertThat(removedAgain.status()).isEqualTo(204);
        assertThat(gone.trouble()).map(GraphTrouble::kind).contains(TroubleKind.GONE);
    }

    @Test
    void listsEveryPageWithItsPreferences() {
        GraphChannel channel = channel();
        IntStream.range(0, 5).forEach(at -> channel.call(create("C" + at)));
        List<String> names = new ArrayList<>();

        GraphCall page = delta();
        JsonNode answer = channel.call(page).required();
        int pages = 1;
        while (answer.has("@odata.nextLink")) {
            answer.path("value")
                    .forEach(contact -> names.add(contact.path("givenName").asText()));
            answer = channel.call(page.following(answer.path("@odata.nextLink").asText()))
                    .required();
            pages++;
        }
        answer.path("value")
                .forEach(contact -> names.add(contact.path("givenName").asText()));

        assertThat(names).containsExactlyInAnyOrder("C0", "C1", "C2", "C3", "C4");
        assertThat(pages).isGreaterThanOrEqualTo(3);
        assertThat(answer.path("@odata.deltaLink").asText())
                .startsWith(graph.url().toString());
    }

    @Test
    void aLinkThatStraysIsRefused() {
        graph.faults().next("delta").strayLinks();
        GraphChannel channel = channel();
        channel.call(create("Ada"));
        JsonNode page = channel.call(delta()).required();
        int before = graph.requests().size();
        String link = page.path("@odata.deltaLink")
                .asText(page.path("@odata.nextLink").asText());

        assertThatThrownBy(() -> channel.call(delta().following(link))).isInstanceOf(ContractBrokenException.class);
        assertThat(graph.requests()).hasSize(before);
    }

    @Test
    void aDeltaLinkThatExpiredSaysSo() {
        GraphChannel channel = channel();
        String link = channel.call(delta()).required().path("@odata.deltaLink").asText();
        graph.expireDeltaTokens();

        assertThat(trouble(channel, delta().following(link))).isInstanceOf(CursorExpiredException.class);
    }

    @Test
    void aBatchMakesTwentyContactsInOneRequest() {
        List<GraphCall> calls =
                IntStream.range(0, 20).mapToObj(at -> create("C" + at)).toList();

        List<GraphAnswer> answers = channel().batch(calls);

        assertThat(answers).extracting(GraphAnswer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.body().path("givenName").asText())
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(at -> "C" + at).toList());
        assertThat(graph.requests()).hasSize(1);
        assertThat(graph.mostAtOnce()).isLessThanOrEqualTo(4);
    }

    @Test
    void aThrottledPartLeavesTheOthersDone() {
        graph.faults().nth("POST contacts", 2).throttle(Duration.ofSeconds(40));
        GraphChannel channel = channel();

        List<GraphAnswer> answers = channel.batch(List.of(create("A"), create("B"), create("C")));
        CrosstieException early = trouble(channel, create("D"));
        clock.advance(Duration.ofSeconds(40));

        assertThat(answers).extracting(GraphAnswer::status).containsExactly(201, 429, 201);
        assertThat(early).isInstanceOf(ThrottledException.class);
        assertThat(channel.call(create("D")).succeeded()).isTrue();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("throttle", FaultChoice::throttle, ThrottledException.class, false, 0),
                fault("busy", FaultChoice::serviceUnavailable, UnavailableException.class, true, 0),
                fault(
                        "busy for a minute",
                        choice -> choice.serviceUnavailable(Duration.ofMinutes(1)),
                        ThrottledException.class,
                        true,
                        0),
                fault("bad gateway", FaultChoice::badGateway, UnavailableException.class, true, 0),
                fault("unauthorized", FaultChoice::unauthorized, UnauthorizedException.class, false, 0),
                fault("lost request", FaultChoice::loseRequest, UnavailableException.class, true, 0),
                fault("lost answer", FaultChoice::loseAnswer, UnavailableException.class, true, 1),
                fault(
                        "gateway timeout",
                        choice -> choice.loseAnswerToGateway(504),
                        UnavailableException.class,
                        true,
                        1),
                fault("broken off", FaultChoice::breakOff, UnavailableException.class, true, 1),
                fault("stalled", FaultChoice::stall, UnavailableException.class, true, 1),
                fault("dripping", FaultChoice::drip, UnavailableException.class, true, 1),
                fault(
                        "sign-in page",
                        choice -> choice.answer(200, "text/html", "<html></html>"),
                        UnavailableException.class,
                        true,
                        0));
    }

    private static Arguments fault(
            String name,
            Consumer<FaultChoice> fault,
            Class<? extends CrosstieException> expected,
            boolean unknown,
            int made) {
        return Arguments.of(name, fault, expected, unknown, made);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aCreationIsSentOnceAndSaysWhetherItMayHaveBeenDone(
            String name,
            Consumer<FaultChoice> fault,
            Class<? extends CrosstieException> expected,
            boolean unknown,
            int made) {
        GraphChannel channel = channel(GraphPolicy.DEFAULT.within(Duration.ofSeconds(2)));
        fault.accept(graph.faults().next("POST contacts"));

        CrosstieException thrown = trouble(channel, create("Ada"));

        assertThat(thrown).as(name).isInstanceOf(expected);
        assertThat(AnswerLost.isBehind(thrown)).as(name).isEqualTo(unknown);
        assertThat(graph.count("POST contacts")).as(name).isEqualTo(1);
        assertThat(contacts()).as(name).isEqualTo(made);
    }

    @Test
    void aMailboxThatIsNotInThisCloudSaysSo() {
        graph.keepOnPremises(ADA.value());

        assertThat(trouble(channel(), create("Ada"))).isInstanceOf(MailboxUnavailableException.class);
    }

    @Test
    void aMailboxThatMayNotBeReachedSaysSo() {
        graph.deny(ADA.value());

        assertThat(trouble(channel(), create("Ada"))).isInstanceOf(UnauthorizedException.class);
    }

    @Test
    void aTokenOfYesterdayIsRefused() {
        GraphChannel channel = channel();
        graph.endSessions();

        assertThat(trouble(channel, create("Ada"))).isInstanceOf(UnauthorizedException.class);
    }
}
