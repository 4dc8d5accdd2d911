package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.salesforce.SalesforceRecords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SalesforceWritesTest {

    private static final Item CHARLES = Items.contact("Charles", "Babbage").build();

    private final SyncedOrganization acme = new SyncedOrganization(true);
    private final Endpoint endpoint = acme.open(ItemKind.CONTACT);
    private final SalesforceRecords contacts = acme.crm(ItemKind.CONTACT);

    @AfterEach
    void stop() {
        acme.close();
    }

    @Test
    @DisplayName("F12: an update of a record that somebody has edited meanwhile is a conflict, and changes nothing")
    void refusesUpdatesOfEditedRecords() {
        WriteOutcome.Written written = create("v1/1");
        contacts.edit(written.id().value(), "Title", "Professor");

        assertThat(update(written.id(), written.version())).isInstanceOf(WriteOutcome.Conflict.class);
        assertThat(contacts.get(written.id().value()).text("Title")).isEqualTo("Professor");
    }

    @Test
    @DisplayName("F12: a deletion of a record that somebody has edited meanwhile is a conflict, and deletes nothing")
    void refusesDeletionsOfEditedRecords() {
        WriteOutcome.Written written = create("v1/1");
        contacts.edit(written.id().value(), "Title", "Professor");

        assertThat(write(new Write.Delete(written.id(), written.version()))).isInstanceOf(WriteOutcome.Conflict.class);
        assertThat(contacts.get(written.id().value()).deleted()).isFalse();
    }

    @Test
    @DisplayName("S23: a record that somebody else owns by now is gone for the user, and is not written")
    void leavesRecordsOfOthersAlone() {
        WriteOutcome.Written written = create("v1/1");
        String other = acme.salesforce.organization().addUser("ben@acme.example", "Franklin");
        contacts.edit(written.id().value(), "OwnerId", other);

        assertThat(update(written.id(), written.version())).isInstanceOf(WriteOutcome.Gone.class);
    }

    @Test
    @DisplayName("S23: what is created belongs to the user, and carries the engine's mark")
    void createsForTheUser() {
        WriteOutcome.Written written = create("v1/1");

        assertThat(contacts.get(written.id().value()).text("OwnerId")).isEqualTo(acme.user);
        assertThat(endpoint.find(List.of(new CorrelationTag("v1/1"))))
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo(written.id()));
    }

    @Test
    @DisplayName("F2: a creation that is repeated with its mark makes no second record")
    void createsOnce() {
        WriteOutcome.Written first = create("v1/1");
        WriteOutcome.Written second = create("v1/1");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(contacts.all()).hasSize(1);
    }

    @Test
    @DisplayName("F2: a write whose answer was lost may have been done, and is told as that")
    void tellsLostAnswers() {
        acme.salesforce
                .faults()
                .next("PATCH /composite/sobjects/Contact/" + SyncedOrganization.TAG)
                .loseAnswer();

        assertThat(write(new Write.Create(new CorrelationTag("v1/1"), "1", CHARLES)))
                .isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(contacts.all()).hasSize(1);
    }

    @Test
    @DisplayName("F7: a write that was not sent at all is nobody's outcome: the whole call fails")
    void throwsWhereNothingWasSent() {
        acme.salesforce.faults().throttleUntil(acme.clock.instant().plus(Duration.ofHours(1)));

        assertThatThrownBy(() -> write(new Write.Create(new CorrelationTag("v1/1"), "1", CHARLES)))
                .isInstanceOf(ThrottledException.class);
    }

    @Test
    @DisplayName("S15: a refused record is told with its code, its field and the remedy, and without its values")
    void namesTheField() {
        acme.salesforce
                .organization()
                .rules("Contact")
                .validate(record -> "Babbage".equals(record.text("LastName")), "Babbage is not welcome", "LastName");

        assertThat(write(new Write.Create(new CorrelationTag("v1/1"), "1", CHARLES)))
                .isInstanceOfSatisfying(WriteOutcome.Rejected.class, refused -> {
                    assertThat(refused.code()).isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
                    assertThat(refused.message())
                            .contains("LastName", "validation rule")
                            .doesNotContain("Babbage");
                    assertThat(refused.permanent()).isTrue();
                });
    }

    @Test
    @DisplayName("S15: a field that the user may not edit is named")
    void namesForbiddenFields() {
        acme.salesforce.organization().access().forbidFields("Contact", "Email");

        assertThat(write(new Write.Create(
                        new CorrelationTag("v1/1"),
                        "1",
                        CHARLES.toBuilder()
                                .set(ContactFields.EMAIL_ADDRESS, "charles@acme.example")
                                .build())))
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        refused ->
                                assertThat(refused.message()).contains("Email").contains("right to edit"));
    }

    @Test
    @DisplayName("S15: a locked record is put off, and the others are written")
    void putsLockedRecordsOff() {
        WriteOutcome.Written locked = create("v1/1");
        WriteOutcome.Written free = create("v1/2");
        acme.salesforce.organization().rules("Contact").lock(locked.id().value(), 1);

        List<WriteOutcome> outcomes = endpoint.write(List.of(titled(locked), titled(free)));

        assertThat(outcomes.get(0))
                .isEqualTo(new WriteOutcome.Deferred(acme.clock.instant().plusSeconds(30)));
        assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    @DisplayName("F4: when a later request of a call fails, what the earlier ones did is told, and the rest is put off")
    void tellsWhatWasDone() {
        WriteOutcome.Written there = create("v1/1");
        acme.salesforce
                .faults()
                .next(request ->
                        request.method().equals("POST") && request.path().endsWith("/composite"))
                .refuse(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");

        List<WriteOutcome> outcomes =
                endpoint.write(List.of(titled(there), new Write.Create(new CorrelationTag("v1/2"), "2", CHARLES)));

        assertThat(outcomes.get(0))
                .isEqualTo(new WriteOutcome.Deferred(acme.clock.instant().plus(Duration.ofHours(1))));
        assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    @DisplayName("the change stream shows a record with the version that its write answered")
    void showsItsOwnWritesByTheirVersion() {
        WriteOutcome.Written written = create("v1/1");

        ChangePage page = endpoint.changes(null);

        assertThat(page.changes())
                .singleElement()
                .satisfies(change ->
                        assertThat(((Change.Upserted) change).version()).isEqualTo(written.version()));
    }

    @Test
    @DisplayName("P7: two hundred creations are one request to write and one to read their versions")
    void writesManyAtOnce() {
        int before = acme.salesforce.requests().size();
        List<Write> writes = IntStream.range(0, 200)
                .<Write>mapToObj(i -> new Write.Create(
                        new CorrelationTag("v1/" + i),
                        "k" + i,
                        Items.contact("Ada", "Number" + i).build()))
                .toList();

        assertThat(endpoint.write(writes)).allMatch(WriteOutcome.Written.class::isInstance);
        assertThat(acme.salesforce.requests().size() - before).isEqualTo(2);
    }

    @Test
    @DisplayName("P7: changes of a call are one request to compare, and one to write and to read their versions")
    void changesInTwoRequests() {
        WriteOutcome.Written one = create("v1/1");
        WriteOutcome.Written other = create("v1/2");
        int before = acme.salesforce.requests().size();

        List<WriteOutcome> outcomes = endpoint.write(List.of(titled(one), titled(other)));

        assertThat(acme.salesforce.requests().size() - before).isEqualTo(2);
        for (WriteOutcome outcome : outcomes) {
            WriteOutcome.Written written = (WriteOutcome.Written) outcome;
            assertThat(endpoint.read(List.of(written.id())))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            ReadOutcome.Found.class,
                            found -> assertThat(found.record().version()).isEqualTo(written.version()));
        }
    }

    @Test
    @DisplayName(
            "S15: a text that Salesforce would take for a part of an earlier answer is written as it is, with the others")
    void writesTextsLikeReferences() {
        WriteOutcome.Written one = create("v1/1");
        WriteOutcome.Written other = create("v1/2");
        String title = "Dear @{contact.name}";

        List<WriteOutcome> outcomes = endpoint.write(List.of(
                new Write.Update(one.id(), one.version(), Map.of(ContactFields.JOB_TITLE, title)), titled(other)));

        assertThat(contacts.get(one.id().value()).text("Title")).isEqualTo(title);
        assertThat(contacts.get(other.id().value()).text("Title")).isEqualTo("Engineer");
        assertThat(outcomes)
                .isEqualTo(List.of(
                        new WriteOutcome.Written(one.id(), version(one)),
                        new WriteOutcome.Written(other.id(), version(other))));
    }

    @Test
    @DisplayName("F2: a change with such a text is done although its version cannot be read")
    void writesTextsLikeReferencesWithoutTheirVersion() {
        WriteOutcome.Written there = create("v1/1");
        acme.salesforce.faults().next("/query").refuse(400, "QUERY_TIMEOUT", "no");

        assertThat(write(new Write.Update(there.id(), there.version(), Map.of(ContactFields.JOB_TITLE, "@{a.b}"))))
                .isEqualTo(new WriteOutcome.Written(there.id(), new ItemVersion("unread")));
    }

    private ItemVersion version(WriteOutcome.Written record) {
        return ((ReadOutcome.Found) endpoint.read(List.of(record.id())).get(0))
                .record()
                .version();
    }

    @Test
    @DisplayName("F2: a change is done although its version cannot be read; the next listing tells it")
    void isDoneWithoutItsVersion() {
        WriteOutcome.Written there = create("v1/1");
        answer(200, "[{\"id\":\"" + there.id() + "\",\"success\":true,\"errors\":[]}]", 400, error("QUERY_TIMEOUT"));

        assertThat(write(titled(there))).isEqualTo(new WriteOutcome.Written(there.id(), new ItemVersion("unread")));
    }

    @Test
    @DisplayName("F4: changes that are refused all together, for now, are put off")
    void putsOffWhatIsRefusedTogether() {
        WriteOutcome.Written there = create("v1/1");
        answer(400, error("UNABLE_TO_LOCK_ROW"), 200, "{\"records\":[]}");

        assertThat(write(titled(there)))
                .isEqualTo(new WriteOutcome.Deferred(acme.clock.instant().plusSeconds(30)));
    }

    @Test
    @DisplayName(
            "F7: a change that finds the day's requests used up is told with the moment, and nobody calls before it")
    void pausesWhereAChangeFindsTheLimit() {
        WriteOutcome.Written there = create("v1/1");
        answer(403, error("REQUEST_LIMIT_EXCEEDED"), 403, error("REQUEST_LIMIT_EXCEEDED"));

        assertThatThrownBy(() -> write(titled(there)))
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        throttled -> assertThat(throttled.retryAt())
                                .isEqualTo(acme.clock.instant().plus(Duration.ofHours(1))));
        int sent = acme.salesforce.requests().size();
        assertThatThrownBy(() -> write(titled(there))).isInstanceOf(ThrottledException.class);
        assertThat(acme.salesforce.requests()).hasSize(sent);
    }

    @Test
    @DisplayName("F8: changes that an organization refuses as locked are told as that")
    void tellsOfALockedOrganization() {
        WriteOutcome.Written there = create("v1/1");
        answer(403, error("ORG_LOCKED"), 403, error("ORG_LOCKED"));

        assertThatThrownBy(() -> write(titled(there)))
                .isInstanceOf(AccessBlockedException.class)
                .hasMessageContaining("ORG_LOCKED");
    }

    @Test
    @DisplayName("F8: a session that ends right before a change is renewed once, and the change is done")
    void renewsTheSessionOfAChange() {
        WriteOutcome.Written there = create("v1/1");
        answer(401, error("INVALID_SESSION_ID"), 401, error("INVALID_SESSION_ID"));

        assertThat(write(titled(there))).isInstanceOf(WriteOutcome.Written.class);
        assertThat(contacts.get(there.id().value()).text("Title")).isEqualTo("Engineer");
    }

    @Test
    @DisplayName("F8: a change that was done is not sent again because the session ended after it")
    void sendsNoDoneChangeAgain() {
        WriteOutcome.Written there = create("v1/1");
        answer(
                200,
                "[{\"id\":\"" + there.id() + "\",\"success\":true,\"errors\":[]}]",
                401,
                error("INVALID_SESSION_ID"));

        assertThat(write(titled(there))).isEqualTo(new WriteOutcome.Written(there.id(), new ItemVersion("unread")));
        assertThat(contacts.get(there.id().value()).text("Title")).isNull();
    }

    @Test
    @DisplayName("S10: changes that are refused all together, as no such thing, are nobody's deletion")
    void takesARefusalOfAllForNoDeletion() {
        WriteOutcome.Written there = create("v1/1");
        answer(404, error("NOT_FOUND"), 404, error("NOT_FOUND"));

        assertThatThrownBy(() -> write(titled(there)))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("NOT_FOUND");
    }

    @Test
    @DisplayName("F2: changes over which the server broke down may have been done")
    void tellsWhatMayHaveBeenDone() {
        WriteOutcome.Written there = create("v1/1");
        answer(500, error("UNKNOWN_EXCEPTION"), 200, "{\"records\":[]}");

        assertThat(write(titled(there))).isInstanceOf(WriteOutcome.Unknown.class);
    }

    /** Salesforce's next answer to a change, in place of what it would say: of the write, and of the query after it. */
    private void answer(int saved, String body, int shown, String rows) {
        acme.salesforce
                .faults()
                .next(request -> request.path().endsWith("/composite"))
                .answer(
                        200,
                        "application/json",
                        "{\"compositeResponse\":[{\"httpStatusCode\":" + saved + ",\"body\":" + body
                                + "},{\"httpStatusCode\":" + shown + ",\"body\":" + rows + "}]}");
    }

    private static String error(String code) {
        return "[{\"errorCode\":\"" + code + "\",\"message\":\"no\"}]";
    }

    @Test
    @DisplayName("S10: what cannot be seen is unknown, not deleted")
    void tellsHiddenFromDeleted() {
        WriteOutcome.Written written = create("v1/1");
        acme.salesforce.organization().access().hideRecords("Contact", record -> true);

        assertThat(endpoint.read(List.of(written.id())))
                .containsExactly(new ReadOutcome.Absent(written.id(), Removal.UNKNOWN));
    }

    private WriteOutcome.Written create(String tag) {
        return (WriteOutcome.Written) write(new Write.Create(new CorrelationTag(tag), tag, CHARLES));
    }

    private WriteOutcome update(ItemId id, ItemVersion version) {
        return write(new Write.Update(id, version, Map.of(ContactFields.JOB_TITLE, "Engineer")));
    }

    private static Write titled(WriteOutcome.Written record) {
        return new Write.Update(record.id(), record.version(), Map.of(ContactFields.JOB_TITLE, "Engineer"));
    }

    private WriteOutcome write(Write write) {
        return endpoint.write(List.of(write)).get(0);
    }
}
