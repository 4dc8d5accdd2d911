package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopbackFaultsTest extends ExchangeTest {

    private static final String ADA = create("contacts", "<t:Contact><t:GivenName>Ada</t:GivenName></t:Contact>");
    private static final Duration LONG = Duration.ofMillis(297_749);

    @Override
    boolean judged() {
        return false;
    }

    @Test
    void throttlesInEachOfThePlacesWhereExchangeDoes() {
        server.faults().next().throttle(LONG);
        server.faults().next().throttleInMessage(LONG);
        server.faults().next().throttleInside(LONG);
        server.faults().next().serviceUnavailable(Duration.ofSeconds(30));

        HttpResponse<String> fault = soap.post(ADA);
        HttpResponse<String> message = soap.post(ADA);
        HttpResponse<String> inside = soap.post(ADA);
        HttpResponse<String> web = soap.post(ADA);

        assertThat(fault.statusCode()).isEqualTo(500);
        assertThat(fault.body())
                .contains(
                        "<e:ResponseCode>ErrorServerBusy</e:ResponseCode>",
                        "<t:Value Name=\"BackOffMilliseconds\">297749</t:Value>");
        assertThat(message.statusCode()).isEqualTo(200);
        assertThat(message.body())
                .contains(
                        "<m:ResponseCode>ErrorServerBusy</m:ResponseCode>",
                        "<t:Value Name=\"BackOffMilliseconds\">297749</t:Value>");
        assertThat(inside.body())
                .contains(
                        "<m:ResponseCode>ErrorInternalServerError</m:ResponseCode>",
                        "<t:Value Name=\"InnerErrorResponseCode\">ErrorServerBusy</t:Value>");
        assertThat(web.statusCode()).isEqualTo(503);
        assertThat(web.headers().firstValue("Retry-After")).contains("30");
        assertThat(contacts.list()).isEmpty();
    }

    @Test
    void knowsNoOperationByAnotherName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.faults().next("CreatItem"))
                .withMessageContaining("none of that name")
                .withMessageContaining("CreateItem");
        assertThatIllegalArgumentException().isThrownBy(() -> server.faults().every(""));
        assertThatIllegalArgumentException().isThrownBy(() -> server.faults().nth("getitem", 2));
    }

    @Test
    void saysWhatWasNotSaidToItsEnd() {
        try (LoopbackExchange finished = LoopbackExchange.start(clock)) {
            finished.faults().next("CreateItem").loseAnswer();
        }
        LoopbackExchange unfinished = LoopbackExchange.start(clock);
        unfinished.faults().nth("CreateItem", 3);

        assertThatThrownBy(unfinished::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("request 3 for CreateItem")
                .hasMessageContaining("loseAnswer()");
    }

    @Test
    void isBusyUntilAMomentAndCountsWhoDoesNotListen() {
        server.faults().throttleUntil(clock.instant().plusSeconds(90));

        assertThat(soap.post(ADA).body()).contains("<t:Value Name=\"BackOffMilliseconds\">90000</t:Value>");
        assertThat(server.faults().calledTooEarly()).isZero();
        clock.advance(Duration.ofSeconds(60));
        assertThat(soap.post(ADA).body()).contains("<t:Value Name=\"BackOffMilliseconds\">30000</t:Value>");
        clock.advance(Duration.ofSeconds(30));
        assertThat(soap.code(ADA)).isEqualTo("NoError");
        assertThat(server.faults().calledTooEarly()).isEqualTo(1);
    }

    @Test
    void countsWhoComesTooEarlyHoweverTheServerSaidSo() {
        server.faults().next().throttleInside(Duration.ofSeconds(10));
        server.faults().nth(2).serviceUnavailable(Duration.ofSeconds(10));

        for (int request = 0; request < 3; request++) {
            soap.post(ADA);
        }

        assertThat(server.faults().calledTooEarly()).isEqualTo(2);
    }

    @Test
    void keepsTheTimeOfEachRequest() {
        Instant first = clock.instant();
        soap.post(ADA);
        clock.advance(Duration.ofMinutes(5));
        soap.post(ADA);

        assertThat(server.requests()).extracting(LoopbackRequest::at).containsExactly(first, first.plusSeconds(300));
    }

    @Test
    void refusesOnePartAndDoesTheOthers() {
        server.faults().next("CreateItem").refusePart(1, "ErrorQuotaExceeded");
        String three = create("contacts", "<t:Contact><t:GivenName>Ada</t:GivenName></t:Contact>".repeat(3));

        assertThat(soap.send(three).in("m:ResponseMessages"))
                .extracting(message -> message.textOf("m:ResponseCode"))
                .containsExactly("NoError", "ErrorQuotaExceeded", "NoError");
        assertThat(contacts.list()).hasSize(2);
    }

    @Test
    void refusesInAnyPlaceWithAnyCode() {
        server.faults().next().fault("ErrorMailboxMoveInProgress");
        server.faults().next().refuse("ErrorOfTheFuture");
        server.faults().next().refuseInside("ErrorMailboxStoreUnavailable");

        assertThat(soap.code(ADA)).isEqualTo("ErrorMailboxMoveInProgress");
        assertThat(soap.code(ADA)).isEqualTo("ErrorOfTheFuture");
        assertThat(soap.post(ADA).body()).contains("ErrorMailboxStoreUnavailable");
    }

    @Test
    void losesTheRequestOrTheAnswer() {
        server.faults().next().loseRequest();
        server.faults().next().loseAnswer();

        assertThatThrownBy(() -> soap.post(ADA)).isInstanceOf(Soap.BrokenAnswer.class);
        assertThat(contacts.list()).isEmpty();
        assertThatThrownBy(() -> soap.post(ADA)).isInstanceOf(Soap.BrokenAnswer.class);
        assertThat(contacts.list()).hasSize(1);
        assertThat(server.count("CreateItem")).isEqualTo(2);
    }

    @Test
    void doesWhatWasAskedForBeforeTheGatewayAnswers() {
        server.faults().next().loseAnswerToGateway(503);

        assertThat(soap.post(ADA).statusCode()).isEqualTo(503);
        assertThat(contacts.list()).hasSize(1);
    }

    @Test
    void breaksOffInTheMiddle() {
        server.faults().next().breakOff();

        assertThatThrownBy(() -> soap.post(ADA)).isInstanceOf(Soap.BrokenAnswer.class);
        assertThat(contacts.list()).hasSize(1);
    }

    @Test
    void stallsUntilItIsClosed() {
        server.faults().next().stall();
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> soap.post(ADA));
        while (contacts.list().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(call).isNotDone();
        server.close();

        assertThatThrownBy(() -> call.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(Soap.BrokenAnswer.class);
    }

    @Test
    void dripsTheWholeAnswer() {
        server.faults().next().drip();

        assertThat(soap.post("<m:GetItem/>").body()).endsWith("</soap:Envelope>");
    }

    @Test
    void letsOthersAnswer() {
        server.faults().next().badGateway();
        server.faults().next().errorPage();
        server.faults().next().unauthorized();
        server.faults().next().blocked();

        assertThat(soap.post(ADA).statusCode()).isEqualTo(502);
        HttpResponse<String> moved = soap.post(ADA);
        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(moved.headers().firstValue("Location")).contains("/EWS/genericerrorpage.htm");
        HttpResponse<String> unauthorized = soap.post(ADA);
        assertThat(unauthorized.statusCode()).isEqualTo(401);
        assertThat(unauthorized.headers().firstValue("WWW-Authenticate")).isEmpty();
        HttpResponse<String> blocked = soap.post(ADA);
        assertThat(blocked.statusCode()).isEqualTo(403);
        assertThat(blocked.body()).isEqualTo("EWS blocked");
    }

    @Test
    void writesWhatXmlForbidsAndWhatNobodyKnows() {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada", "Surname", "L\u000Bovelace"));
        server.faults().next().forbiddenCharacters();
        server.faults().next().unknownElements();

        String forbidden = soap.post(get(ada.id())).body();
        String unknown = soap.post(get(ada.id())).body();

        assertThat(forbidden).contains("<t:GivenName>Ada&#x5;</t:GivenName>", "L&#xB;ovelace");
        assertThat(unknown).contains("<t:OfTheFuture>", "<o:Other xmlns:o=\"urn:example:future\">");
    }

    @Test
    void meansTheRequestThatWasNamed() {
        server.faults().nth("CreateItem", 2).refuse("ErrorQuotaExceeded");
        server.faults().next("GetItem").refuse("ErrorItemCorrupt");

        assertThat(soap.code(ADA)).isEqualTo("NoError");
        assertThat(soap.code(sync("contacts", "", 1))).isEqualTo("NoError");
        assertThat(soap.code(ADA)).isEqualTo("ErrorQuotaExceeded");
        assertThat(soap.code(ADA)).isEqualTo("NoError");
        assertThat(soap.code(get(contacts.list().get(0).id()))).isEqualTo("ErrorItemCorrupt");
    }

    @Test
    void meansEveryRequestUntilItIsOver() {
        server.faults().every("CreateItem").refuse("ErrorQuotaExceeded");

        assertThat(soap.code(ADA)).isEqualTo("ErrorQuotaExceeded");
        assertThat(soap.code(ADA)).isEqualTo("ErrorQuotaExceeded");
        server.faults().clear();
        assertThat(soap.code(ADA)).isEqualTo("NoError");
    }

    @Test
    void letsSomebodyActJustBefore() {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));
        server.faults().next("UpdateItem").meanwhile(() -> contacts.edit(ada.id(), "JobTitle", "Countess"));
        String read = "<t:ItemId Id=\"" + ada.id() + "\" ChangeKey=\"" + ada.changeKey() + "\"/>";

        assertThat(soap.code(update(
                        "NeverOverwrite",
                        read,
                        set(field("contacts:JobTitle"), "<t:Contact><t:JobTitle>x</t:JobTitle></t:Contact>"))))
                .isEqualTo("ErrorIrresolvableConflict");
        assertThat(contacts.item(ada.id()).value("JobTitle")).isEqualTo("Countess");
    }

    @Test
    void holdsRequests() throws Exception {
        server.faults().holdRequests();
        CompletableFuture<String> one = CompletableFuture.supplyAsync(() -> soap.code(ADA));
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> soap.code(ADA));

        server.faults().awaitHeld(2);
        assertThat(contacts.list()).isEmpty();
        server.faults().releaseRequests();

        assertThat(one.get(20, TimeUnit.SECONDS)).isEqualTo("NoError");
        assertThat(other.get(20, TimeUnit.SECONDS)).isEqualTo("NoError");
        assertThat(server.mostAtOnce()).isEqualTo(2);
    }

    @Test
    void doesNotTakeNumbersOfNoRequest() {
        assertThatThrownBy(() -> server.faults().nth(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use 1 for the next one");
    }
}
