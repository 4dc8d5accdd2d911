package io.github.crosstie.ews.internal.operation;

import static io.github.crosstie.ews.internal.operation.ScriptedChannel.answerOf;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.done;
import static io.github.crosstie.ews.internal.operation.ScriptedChannel.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.crosstie.fault.UnavailableException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private final ScriptedChannel channel = new ScriptedChannel();
    private final ResolveNames resolving = new ResolveNames(channel, ScriptedChannel.CLOCK);

    @Test
    @DisplayName("C8: an alias leads to the primary address")
    void anAliasLeadsToThePrimaryAddress() {
        channel.answer(answerOf("ResolveNames", done("ResolveNames", set(mailbox("Anna", "anna@acme.example")))));

        assertThat(resolving.resolve("smtp:a.meyer@acme.example"))
                .containsExactly(new Resolution("Anna", "anna@acme.example", "SMTP", "Mailbox"));
        assertThat(channel.onlyRequest()).contains("<m:UnresolvedEntry>smtp:a.meyer@acme.example</m:UnresolvedEntry>");
    }

    @Test
    void severalResultsAreAWarningThatHoldsThem() {
        String set = set(mailbox("Anna", "anna@acme.example"), mailbox("Annabel", "annabel@acme.example"));
        channel.answer(answerOf("ResolveNames", failed("ResolveNames", "ErrorNameResolutionMultipleResults", set)));

        assertThat(resolving.resolve("anna")).extracting(Resolution::name).containsExactly("Anna", "Annabel");
    }

    @Test
    void nobodyIsAnErrorThatMeansNobody() {
        channel.answer(answerOf("ResolveNames", failed("ResolveNames", "ErrorNameResolutionNoResults", "")));

        assertThat(resolving.resolve("nobody")).isEmpty();
    }

    @Test
    void aDirectoryThatDoesNotAnswerIsNotNobody() {
        channel.answer(answerOf("ResolveNames", failed("ResolveNames", "ErrorADUnavailable", "")));

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> resolving.resolve("anna"));
    }

    @Test
    void aPersonIsNotPrinted() {
        assertThat(new Resolution("Anna", "anna@acme.example", "SMTP", "Mailbox").toString())
                .isEqualTo("Resolution[Mailbox]");
    }

    @Test
    void idsAreConvertedEachWithItsOwnOutcome() {
        channel.answer(answerOf(
                "ConvertId",
                done(
                        "ConvertId",
                        "<m:AlternateId xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                + " xsi:type=\"t:AlternateIdType\" Format=\"EntryId\" Id=\"00A1\""
                                + " Mailbox=\"anna@acme.example\"/>"),
                failed("ConvertId", "ErrorInvalidIdMalformed", "")));

        List<Optional<String>> ids = new ConvertId(channel, ScriptedChannel.CLOCK)
                .convert(List.of("a", "b"), ConvertId.Format.EWS, ConvertId.Format.ENTRY, "anna@acme.example");

        assertThat(ids).containsExactly(Optional.of("00A1"), Optional.empty());
        assertThat(channel.onlyRequest())
                .contains("DestinationFormat=\"EntryId\"")
                .contains("<t:AlternateId Format=\"EwsId\" Id=\"a\" Mailbox=\"anna@acme.example\"/>");
    }

    private static String set(String... resolutions) {
        return "<m:ResolutionSet TotalItemsInView=\"1\" IncludesLastItemInRange=\"true\">"
                + String.join("", resolutions) + "</m:ResolutionSet>";
    }

    private static String mailbox(String name, String address) {
        return "<t:Resolution><t:Mailbox><t:Name>" + name + "</t:Name><t:EmailAddress>" + address
                + "</t:EmailAddress><t:RoutingType>SMTP</t:RoutingType><t:MailboxType>Mailbox</t:MailboxType>"
                + "</t:Mailbox></t:Resolution>";
    }
}
