package io.github.crosstie.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.crosstie.Crosstie;
import io.github.crosstie.TwoOffices;
import io.github.crosstie.apply.HeldDeletions;
import io.github.crosstie.apply.ResetCounts;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Write;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.json.StatusJson;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.report.FlowCounts;
import io.github.crosstie.report.FlowStatus;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.StatusText;
import io.github.crosstie.report.UserStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One state of the engine, told in every way there is: no two of them disagree about a number. */
class OneStateTest {

    private static final int CONTACTS = 40;
    private static final int DELETED = 28;

    private final TwoOffices offices = new TwoOffices();
    private final Crosstie crosstie = offices.crosstie();

    /** Deletions that are held, a record that is refused, and one that a person has yet to type. */
    @BeforeEach
    void makeTrouble() {
        InMemoryRecords crm = offices.annasContacts(Side.CRM);
        InMemoryRecords mail = offices.annasContacts(Side.MAIL);
        List<ItemId> contacts = new ArrayList<>();
        for (int number = 0; number < CONTACTS; number++) {
            contacts.add(crm.create(Item.contact()
                    .set(ContactFields.SURNAME, "Customer " + number)
                    .set(ContactFields.EMAIL_ADDRESS, "customer" + number + "@clients.example")
                    .build()));
        }
        crosstie.sync(TwoOffices.NORTH, TwoOffices.ANNA);
        contacts.subList(0, DELETED).forEach(crm::delete);
        mail.faults().rejectWrites(Write.Update.class::isInstance, "ErrorInvalidPhoneNumber");
        crm.edit(contacts.get(DELETED), item -> item.set(ContactFields.JOB_TITLE, "Countess"));
        crosstie.sync(TwoOffices.NORTH, TwoOffices.ANNA);
    }

    private OrganizationStatus organization() {
        return crosstie.status(TwoOffices.NORTH);
    }

    private UserStatus anna() {
        return crosstie.status(TwoOffices.NORTH, TwoOffices.ANNA);
    }

    private FlowCounts contactsToMailbox() {
        return anna().flows().stream()
                .filter(flow -> flow.kind() == ItemKind.CONTACT && flow.direction() == SyncDirection.CRM_TO_MAIL)
                .map(FlowStatus::counts)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("S13, S15, S20: status, held deletions and the preview of a reset count the same")
    void theEngineAgreesWithItself() {
        FlowCounts status = contactsToMailbox();
        HeldDeletions held = crosstie.heldDeletions(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT)
                .orElseThrow();
        ResetCounts reset = crosstie.previewReset(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT)
                .orElseThrow();

        assertThat(status.held())
                .isEqualTo(DELETED)
                .isEqualTo(held.deletions().size())
                .isEqualTo(reset.held());
        assertThat(status.linked()).isEqualTo(CONTACTS).isEqualTo(reset.links());
        assertThat(status.quarantined()).isEqualTo(1).isEqualTo(reset.quarantined());
    }

    @Test
    @DisplayName("S18: page, text and document tell the same numbers of a state")
    void everyReportTellsTheSame() throws IOException {
        OrganizationStatus organization = organization();
        Markup page = new Markup(StatusPage.of("North", List.of(organization))
                .held(crosstie.heldDeletions(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT).stream()
                        .toList())
                .html());
        JsonNode flows = flowsOfAnna(new ObjectMapper().readTree(StatusJson.write(organization)));
        List<String> text = StatusText.of(anna()).lines().skip(2).toList();
        List<List<String>> rows = page.rows("Who needs somebody comes first").stream()
                .filter(row -> row.get(0).equals(TwoOffices.ANNA.value()))
                .toList();

        assertThat(page.tile("Held deletions")).isEqualTo(Words.grouped(DELETED));
        assertThat(rows).hasSameSizeAs(flows).isNotEmpty();
        for (int at = 0; at < rows.size(); at++) {
            JsonNode counts = flows.get(at).path("counts");
            assertThat(rows.get(at).get(7)).isEqualTo(counts.path("linked").asText());
            assertThat(rows.get(at).get(8)).isEqualTo(counts.path("unapplied").asText());
            assertThat(rows.get(at).get(9)).isEqualTo(waiting(counts));
            assertThat(text.get(at))
                    .containsSubsequence(
                            counts.path("linked").asText(),
                            counts.path("unapplied").asText(),
                            counts.path("quarantined").asText(),
                            counts.path("held").asText());
        }
    }

    private static JsonNode flowsOfAnna(JsonNode organization) {
        for (JsonNode user : organization.path("users")) {
            if (user.path("user").asText().equals(TwoOffices.ANNA.value())) {
                return user.path("flows");
            }
        }
        throw new AssertionError("Anna is not in the document");
    }

    /** What does not go on by itself at once, as a person would put the document into words. */
    private static String waiting(JsonNode counts) {
        List<String> parts = new ArrayList<>();
        for (String name : List.of("quarantined", "held")) {
            if (counts.path(name).asLong() > 0) {
                parts.add(counts.path(name).asText() + " " + name);
            }
        }
        return String.join(", ", parts);
    }
}
