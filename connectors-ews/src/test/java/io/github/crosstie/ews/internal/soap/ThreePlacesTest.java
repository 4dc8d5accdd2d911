package io.github.crosstie.ews.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An error stands in a fault, in a response message, or in the values of a general error: it means the same. */
class ThreePlacesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void allCodesMeanTheSameInAllPlaces() {
        assertThat(ResponseCodeTable.KINDS).allSatisfy((name, kind) -> {
            assertThat(Envelopes.faultOf(name, "").kind()).as("fault").isEqualTo(kind);
            assertThat(Envelopes.messageOf(name, "").trouble().kind())
                    .as("message")
                    .isEqualTo(kind);
            String inner = Envelopes.value("InnerErrorResponseCode", name);
            assertThat(Envelopes.faultOf("ErrorInternalServerError", inner).kind())
                    .as("in a fault")
                    .isEqualTo(kind);
            assertThat(Envelopes.messageOf("ErrorInternalServerError", inner)
                            .trouble()
                            .kind())
                    .as("in a message")
                    .isEqualTo(kind);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "297749", "86400000", " 1500 "})
    void theBackOffIsHonouredToTheMillisecond(String milliseconds) {
        String value = Envelopes.value("BackOffMilliseconds", milliseconds);
        Instant expected = NOW.plusMillis(Long.parseLong(milliseconds.strip()));
        String inner = Envelopes.value("InnerErrorResponseCode", "ErrorServerBusy");

        for (Trouble trouble : List.of(
                Envelopes.faultOf("ErrorServerBusy", value),
                Envelopes.messageOf("ErrorServerBusy", value).trouble(),
                Envelopes.messageOf("ErrorInternalServerError", inner + value).trouble())) {
            assertThat(trouble.toException("GetItem", CLOCK))
                    .isInstanceOfSatisfying(
                            ThrottledException.class,
                            throttled -> assertThat(throttled.retryAt()).isEqualTo(expected));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            soon, 60000
            '', 60000
            -5, 0
            999999999999, 86400000
            99999999999999999999, 60000
            """)
    void anOddBackOffBecomesASensibleOne(String milliseconds, long expected) {
        Trouble trouble = new Trouble(ResponseCode.SERVER_BUSY, "", Map.of("BackOffMilliseconds", milliseconds));

        assertThat(trouble.toException("GetItem", CLOCK))
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        throttled -> assertThat(throttled.retryAt()).isEqualTo(NOW.plusMillis(expected)));
    }

    @ParameterizedTest
    @EnumSource(TroubleKind.class)
    void everyKindBecomesTheExceptionThatSaysWhatToDo(TroubleKind kind) {
        Class<? extends CrosstieException> expected = switch (kind) {
            case THROTTLED -> ThrottledException.class;
            case TRANSIENT, MOVING -> UnavailableException.class;
            case MAILBOX -> MailboxUnavailableException.class;
            case RIGHTS -> UnauthorizedException.class;
            case BLOCKED -> AccessBlockedException.class;
            case STATE -> CursorExpiredException.class;
            case NONE, CONFLICT, GONE, ITEM, PROGRAM, VERSION -> ContractBrokenException.class;
        };
        Trouble trouble =
                new Trouble(new ResponseCode("ErrorX", kind, true), "Anna Meyer, anna@acme.example", Map.of());

        CrosstieException exception = trouble.toException("GetItem (request 4711)", CLOCK);

        assertThat(exception)
                .isInstanceOf(expected)
                .hasMessageStartingWith("GetItem (request 4711): ErrorX")
                .hasMessageNotContaining("anna");
        assertThat(Trouble.of(exception)).contains(trouble);
    }

    @Test
    void aSchemaViolationNamesItsPlaceAndNotItsText() {
        Trouble trouble = Envelopes.faultOf(
                "ErrorSchemaValidation",
                "<t:LineNumber>2</t:LineNumber><t:LinePosition>630</t:LinePosition><t:Violation>'Anna'</t:Violation>");

        assertThat(trouble.toException("CreateItem", CLOCK))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("ErrorSchemaValidation at line 2, 630")
                .hasMessageNotContaining("Anna");
        assertThat(trouble.values()).containsEntry("Violation", "'Anna'");
    }

    @Test
    void thePropertyAtFaultIsNamed() {
        Trouble trouble = Envelopes.messageOf(
                        "ErrorInvalidPropertySet",
                        "<t:FieldURI FieldURI=\"calendar:Start\"/><t:New x='y'><t:er/></t:New>")
                .trouble();

        assertThat(trouble.values()).containsEntry("FieldURI", "calendar:Start");
    }

    @Test
    void aFaultWithoutDetailIsNamedByItsCode() {
        Answer<String> answer =
                Envelopes.read("<s:Fault><faultcode xmlns:a='urn:a'>a:ErrorInvalidServerVersion</faultcode>"
                        + "<faultstring>no</faultstring></s:Fault>");

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Fault.class,
                        fault -> assertThat(fault.trouble().kind()).isEqualTo(TroubleKind.VERSION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<s:Fault/>",
                "<s:Fault><faultcode>s:Client</faultcode><faultstring>x</faultstring><detail/></s:Fault>",
                "<s:Fault><detail><e:ResponseCode/><t:MessageXml/></detail></s:Fault>",
                "<s:Fault><detail>text<e:New><e:er>1</e:er></e:New></detail><new/></s:Fault>"
            })
    void aFaultThatSaysLittleIsOneAllTheSame(String fault) {
        assertThat(Envelopes.read(fault))
                .isInstanceOfSatisfying(
                        Answer.Fault.class,
                        read -> assertThat(read.trouble().toException("GetItem", CLOCK))
                                .isInstanceOf(ContractBrokenException.class));
    }

    @Test
    void onlyErrorsAndMessagesNobodyLookedAtAreFailures() {
        List<Boolean> failed = new ArrayList<>();
        for (String stated : List.of("Success", "Warning", "Error", "Unheard")) {
            failed.add(Envelopes.message(stated, "NoError", "").failure().isPresent());
        }

        assertThat(failed).containsExactly(false, false, true, false);
        assertThat(Envelopes.message("Warning", "ErrorNameResolutionMultipleResults", "")
                        .failure())
                .isEmpty();
        assertThat(Envelopes.message("Warning", "ErrorBatchProcessingStopped", "")
                        .failure())
                .isPresent();
        assertThat(Envelopes.message("Unheard", "ErrorOfNextYear", "").failure())
                .isPresent();
    }

    @Test
    void whatTheServerDidNotLookAtDidNotHappen() {
        assertThat(new Trouble(ResponseCode.BATCH_PROCESSING_STOPPED).mayHaveHappened())
                .isFalse();
        assertThat(new Trouble(ResponseCode.SERVER_BUSY).mayHaveHappened()).isFalse();
        assertThat(new Trouble(ResponseCode.TIMEOUT_EXPIRED).mayHaveHappened()).isTrue();
        assertThat(new Trouble(ResponseCode.INTERNAL_SERVER_ERROR).mayHaveHappened())
                .isTrue();
    }

    @Test
    void aTroubleTellsNoTextOfTheServer() {
        Trouble trouble =
                new Trouble(ResponseCode.SERVER_BUSY, "anna@acme.example", Map.of("Primary", "anna@acme.example"));

        assertThatCode(() -> assertThat(trouble.toString()).doesNotContain("anna"))
                .doesNotThrowAnyException();
        assertThat(Trouble.UNSTATED_PAUSE).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ErrorImpersonateUserDenied", "ErrorImpersonationDenied", "ErrorImpersonationFailed"})
    @DisplayName("F8: a denied impersonation says which role is missing, on either kind of server")
    void namesTheMissingRole(String code) {
        assertThat(new Trouble(ResponseCode.of(code)).toException("GetItem", CLOCK))
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("management role ApplicationImpersonation")
                .hasMessageContaining("Application EWS.AccessAsApp");
    }
}
