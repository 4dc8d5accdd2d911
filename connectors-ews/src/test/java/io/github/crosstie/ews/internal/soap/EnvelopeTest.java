package io.github.crosstie.ews.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.testkit.exchange.SchemaJudge;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnvelopeTest {

    private static final EwsRequest ANY = new EwsRequest(
            "GetServerTimeZones",
            out -> out.start(Space.MESSAGES, "GetServerTimeZones").end());

    @ParameterizedTest
    @EnumSource(ServerVersion.class)
    void headersAreValidInEveryVersion(ServerVersion version) {
        Optional<SchemaJudge> judge = SchemaJudge.ifPresent();
        Assumptions.assumeTrue(judge.isPresent(), "SKIPPED: EWS schema");
        for (Impersonation.Kind kind : Impersonation.Kind.values()) {
            RequestHeader header = new RequestHeader(
                    version, new Impersonation(kind, "anna@acme.example"), "W. Europe Standard Time", true);

            assertThat(judge.get().complaints(Envelope.write(header, ANY))).isEmpty();
        }
        assertThat(judge.get().complaints(Envelope.write(RequestHeader.of(version), ANY)))
                .isEmpty();
    }

    @Test
    void headerBlocksAreWrittenAsTold() {
        RequestHeader header = RequestHeader.of(ServerVersion.EXCHANGE_2013_SP1)
                .withImpersonation(Impersonation.ofAddress("o'hara&co@acme.example"))
                .withTimeZone("Tokyo Standard Time");

        assertThat(Envelope.write(header, ANY))
                .contains("<t:RequestServerVersion Version=\"Exchange2013_SP1\"/>")
                .contains("<t:SmtpAddress>o'hara&amp;co@acme.example</t:SmtpAddress>")
                .contains("<t:TimeZoneDefinition Id=\"Tokyo Standard Time\"/>")
                .doesNotContain("DateTimePrecision");
        assertThat(Envelope.write(
                        header.withVersion(ServerVersion.EXCHANGE_2010).withImpersonation(null), ANY))
                .contains("Version=\"Exchange2010\"")
                .doesNotContain("Impersonation");
    }

    @Test
    void versionsStepDownToTheOldest() {
        List<String> tried = new ArrayList<>();
        Optional<ServerVersion> version = Optional.of(ServerVersion.EXCHANGE_2013_SP1);
        while (version.isPresent()) {
            tried.add(version.get().value());
            version = version.get().older();
        }

        assertThat(tried).containsExactly("Exchange2013_SP1", "Exchange2010_SP2", "Exchange2010", "Exchange2007_SP1");
    }

    @Test
    void nobodyIsImpersonatedByAnEmptyName() {
        assertThatIllegalArgumentException().isThrownBy(() -> Impersonation.ofAddress(""));
        assertThat(Impersonation.ofAddress("anna@acme.example").toString()).doesNotContain("anna");
    }

    @Test
    void theServersBuildIsToldWithAnswersAndFaults() {
        String header = "<t:ServerVersionInfo MajorVersion='15' MinorVersion='2' MajorBuildNumber='2562'"
                + " MinorBuildNumber='x17' Version='V2017_07_11'/>";
        for (String body : List.of("<m:GetItemResponse/>", "<s:Fault/>")) {
            Answer<String> answer = Envelope.read(Envelopes.stream(Envelopes.envelope(header, body)), XmlInput::text);

            assertThat(String.valueOf(answer.server())).isEqualTo("15.2.2562.0");
        }
    }

    @Test
    void whatIsNoEnvelopeIsBroken() {
        for (String document : List.of("<html/>", "<Envelope/>", Envelopes.envelope("", ""))) {
            assertThatExceptionOfType(ContractBrokenException.class)
                    .isThrownBy(() -> Envelope.read(Envelopes.stream(document), XmlInput::text));
        }
    }

    @Test
    void envelopesThatFollowEachOtherAreReadOneByOne() {
        String all = Envelopes.envelope("", "<m:A>1</m:A>")
                + "\r\n"
                + Envelopes.envelope("", "<m:A>2</m:A>")
                + Envelopes.envelope("", "<m:A>3</m:A>");
        List<String> read = new ArrayList<>();

        assertThat(Envelope.readAll(Envelopes.stream(all), response -> read.add(response.text())))
                .isNull();
        assertThat(read).containsExactly("1", "2", "3");
    }

    @Test
    void anEnvelopeIsReadBeforeTheNextOneComes() {
        String first = Envelopes.envelope("", "<m:A>1</m:A>");
        List<String> read = new ArrayList<>();
        InputStream silentAfterTheFirst =
                new FailingStream(first, new IOException("it would wait here for the next event"));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Envelope.readAll(silentAfterTheFirst, response -> read.add(response.text())))
                .withMessageContaining("it would wait");
        assertThat(read).containsExactly("1");
    }

    @Test
    void aReaderThatHasEnoughEndsTheStream() {
        String all = Envelopes.envelope("", "<m:A>1</m:A>") + Envelopes.envelope("", "<m:A>2</m:A>");
        List<String> read = new ArrayList<>();

        Envelope.readAll(Envelopes.stream(all), response -> !read.add(response.text()));

        assertThat(read).containsExactly("1");
    }

    @Test
    void aFaultEndsTheStream() {
        String all = Envelopes.envelope("", "<m:A>1</m:A>")
                + Envelopes.envelope("", "<s:Fault><faultcode>a:ErrorServerBusy</faultcode></s:Fault>");

        Trouble trouble = Envelope.readAll(Envelopes.stream(all), response -> true);

        assertThat(trouble).isNotNull();
        assertThat(trouble.kind()).isEqualTo(TroubleKind.THROTTLED);
    }

    @Test
    void aStreamCutOffWithinAnEnvelopeIsAnEarlyEnd() {
        String all = Envelopes.envelope("", "<m:A>1</m:A>") + "<s:Envelope xmlns:s='" + Space.SOAP.uri() + "'>";

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Envelope.readAll(Envelopes.stream(all), response -> true));
    }
}
