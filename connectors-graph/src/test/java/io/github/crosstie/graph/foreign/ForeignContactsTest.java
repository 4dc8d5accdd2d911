package io.github.crosstie.graph.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.graph.core.content.BatchRequestContent;
import com.microsoft.graph.core.content.BatchResponseContent;
import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.ContactCollectionResponse;
import com.microsoft.graph.models.ContactFolder;
import com.microsoft.graph.models.EmailAddress;
import com.microsoft.graph.models.ExchangeIdFormat;
import com.microsoft.graph.models.PhysicalAddress;
import com.microsoft.graph.models.SingleValueLegacyExtendedProperty;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.UserItemRequestBuilder;
import com.microsoft.graph.users.item.contactfolders.item.contacts.delta.DeltaGetResponse;
import com.microsoft.graph.users.item.contactfolders.item.contacts.delta.DeltaRequestBuilder;
import com.microsoft.graph.users.item.translateexchangeids.TranslateExchangeIdsPostRequestBody;
import com.microsoft.kiota.RequestInformation;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The loopback Graph answers a client that others have written so that this client understands it. */
class ForeignContactsTest {

    private static final String IMMUTABLE = "IdType=\"ImmutableId\"";
    private static final String STAMP = "String {c11ff724-aa03-4555-9952-8fa248a11c3e} Name Stamp";

    private final LoopbackGraph graph = LoopbackGraph.start(MutableClock.create());
    private final LoopbackMailbox anna = graph.mailbox("anna@acme.example");
    private final GraphServiceClient client = ForeignClient.of(graph);
    private final UserItemRequestBuilder user = client.users().byUserId("anna@acme.example");

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void readsWhatItCreates() {
        Contact ada = ada();
        Contact created = Objects.requireNonNull(user.contacts().post(ada));

        Contact read = contact(created.getId());

        assertThat(read.getGivenName()).isEqualTo("Ada");
        assertThat(read.getDisplayName()).isEqualTo("Ada Lovelace");
        assertThat(read.getBusinessPhones()).containsExactly("1", "2");
        assertThat(read.getEmailAddresses()).singleElement().satisfies(email -> {
            assertThat(email.getAddress()).isEqualTo("ada@example.org");
            assertThat(email.getName()).isEqualTo("Ada L");
        });
        assertThat(Objects.requireNonNull(read.getHomeAddress()).getCity()).isEqualTo("London");
        assertThat(read.getCreatedDateTime()).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(read.getAdditionalData().get("@odata.etag")).isEqualTo("W/\"" + read.getChangeKey() + "\"");
        assertThat(anna.contacts().list()).singleElement().satisfies(contact -> {
            assertThat(contact.value("PhysicalAddresses/Home/City")).isEqualTo("London");
            assertThat(contact.value("{c11ff724-aa03-4555-9952-8fa248a11c3e}/Stamp"))
                    .isEqualTo("mine");
        });
    }

    @Test
    void reachesItsOwnMailboxAsMe() {
        graph.grant("annas-token", "anna@acme.example");
        anna.contacts().put(Map.of("GivenName", "Ada"));
        GraphServiceClient own = new GraphServiceClient(
                (request, context) -> request.headers.add("Authorization", "Bearer annas-token"));
        own.getRequestAdapter().setBaseUrl(graph.url().toString());

        assertThat(Objects.requireNonNull(own.me().contacts().get()).getValue())
                .extracting(Contact::getGivenName)
                .containsExactly("Ada");
    }

    @Test
    void changesAndClears() {
        Contact created = Objects.requireNonNull(user.contacts().post(ada()));
        Contact changes = new Contact();
        changes.setJobTitle("Countess");
        changes.setSurname(null);
        changes.setBusinessPhones(List.of());

        user.contacts()
                .byContactId(id(created))
                .patch(changes, request -> request.headers.add("If-Match", "W/\"" + created.getChangeKey() + "\""));

        LoopbackItem contact = anna.contacts().list().get(0);
        assertThat(contact.value("JobTitle")).isEqualTo("Countess");
        assertThat(contact.values()).doesNotContainKeys("Surname", "PhoneNumbers/BusinessPhone");
        assertThat(contact.value("GivenName")).isEqualTo("Ada");
    }

    @Test
    void hearsOfAVersionThatIsNoLongerThere() {
        Contact created = Objects.requireNonNull(user.contacts().post(ada()));
        anna.contacts().edit(anna.contacts().list().get(0).id(), "JobTitle", "Countess");

        ODataError error = catchThrowableOfType(
                ODataError.class,
                () -> user.contacts()
                        .byContactId(id(created))
                        .delete(request -> request.headers.add("If-Match", "W/\"" + created.getChangeKey() + "\"")));

        assertThat(error.getResponseStatusCode()).isEqualTo(412);
        assertThat(Objects.requireNonNull(error.getError()).getCode()).isEqualTo("ErrorIrresolvableConflict");
        assertThat(anna.contacts().list()).hasSize(1);
    }

    @Test
    void deletes() {
        Contact created = Objects.requireNonNull(user.contacts().post(ada()));

        user.contacts().byContactId(id(created)).delete();

        assertThat(anna.contacts().list()).isEmpty();
        assertThat(anna.deletedItems().list()).hasSize(1);
        ODataError error = catchThrowableOfType(
                ODataError.class, () -> user.contacts().byContactId(id(created)).get());
        assertThat(error.getResponseStatusCode()).isEqualTo(404);
        assertThat(Objects.requireNonNull(error.getError()).getCode()).isEqualTo("ErrorItemNotFound");
    }

    @Test
    void followsChangesPageByPage() {
        for (int i = 0; i < 5; i++) {
            anna.contacts().put(Map.of("GivenName", "N" + i));
        }
        Round first = follow(
                user.contactFolders().byContactFolderId("contacts").contacts().delta());
        anna.contacts().edit(anna.contacts().list().get(1).id(), "JobTitle", "Clerk");
        anna.contacts().delete(anna.contacts().list().get(0).id());

        Round second = follow(new DeltaRequestBuilder(first.deltaLink(), client.getRequestAdapter()));

        assertThat(first.pages()).isEqualTo(3);
        assertThat(first.contacts()).extracting(Contact::getGivenName).containsExactly("N0", "N1", "N2", "N3", "N4");
        assertThat(second.contacts()).hasSize(2);
        assertThat(second.contacts().get(0).getId())
                .isEqualTo(first.contacts().get(1).getId());
        Contact removed = second.contacts().get(1);
        assertThat(removed.getId()).isEqualTo(first.contacts().get(0).getId());
        assertThat(removed.getAdditionalData()).containsKey("@removed");
    }

    @Test
    void hearsThatATokenHasExpired() {
        Round first = follow(
                user.contactFolders().byContactFolderId("contacts").contacts().delta());
        graph.expireDeltaTokens();

        ODataError error = catchThrowableOfType(
                ODataError.class, () -> follow(new DeltaRequestBuilder(first.deltaLink(), client.getRequestAdapter())));

        assertThat(error.getResponseStatusCode()).isEqualTo(410);
        assertThat(Objects.requireNonNull(error.getError()).getCode()).isEqualTo("SyncStateNotFound");
        assertThat(error.getResponseHeaders().get("Location")).isNotEmpty();
    }

    @Test
    void findsAContactByItsStampAndReadsTheStamp() {
        user.contacts().post(ada());
        anna.contacts().put(Map.of("GivenName", "Ben"));

        ContactCollectionResponse found = user.contacts().get(request -> {
            Objects.requireNonNull(request.queryParameters).filter =
                    "singleValueExtendedProperties/Any(ep: ep/id eq '" + STAMP + "' and ep/value eq 'mine')";
            request.queryParameters.expand =
                    new String[] {"singleValueExtendedProperties($filter=id eq '" + STAMP + "')"};
            request.queryParameters.select = new String[] {"id", "givenName"};
        });

        assertThat(Objects.requireNonNull(found).getValue()).singleElement().satisfies(contact -> {
            assertThat(contact.getGivenName()).isEqualTo("Ada");
            assertThat(contact.getSurname()).isNull();
            assertThat(contact.getSingleValueExtendedProperties())
                    .extracting(SingleValueLegacyExtendedProperty::getValue)
                    .containsExactly("mine");
        });
    }

    @Test
    void keepsContactsInAFolderOfItsOwn() {
        ContactFolder made = Objects.requireNonNull(user.contactFolders().post(folder()));

        user.contactFolders()
                .byContactFolderId(Objects.requireNonNull(made.getId()))
                .contacts()
                .post(ada());

        assertThat(anna.folder("Salesforce_Sync").list()).hasSize(1);
        ODataError again = catchThrowableOfType(
                ODataError.class, () -> user.contactFolders().post(folder()));
        assertThat(again.getResponseStatusCode()).isEqualTo(409);
    }

    @Test
    void translatesTheIdsOfExchange() {
        LoopbackItem ada = anna.contacts().put(Map.of("GivenName", "Ada"));
        TranslateExchangeIdsPostRequestBody body = new TranslateExchangeIdsPostRequestBody();
        body.setInputIds(List.of(ada.id()));
        body.setSourceIdType(ExchangeIdFormat.EwsId);
        body.setTargetIdType(ExchangeIdFormat.RestImmutableEntryId);

        String translated = Objects.requireNonNull(
                        Objects.requireNonNull(user.translateExchangeIds().post(body))
                                .getValue())
                .get(0)
                .getTargetId();

        assertThat(contact(translated).getGivenName()).isEqualTo("Ada");
    }

    @Test
    void batches() throws IOException {
        BatchRequestContent batch = new BatchRequestContent(client);
        RequestInformation create = user.contacts().toPostRequestInformation(ada());
        String made = batch.addBatchRequestStep(create);
        String missing = batch.addBatchRequestStep(
                user.contacts().byContactId("AAMkbm9uZQ==").toGetRequestInformation());

        BatchResponseContent answer = client.getBatchRequestBuilder().post(batch, null);

        assertThat(answer.getResponseById(made, Contact::createFromDiscriminatorValue)
                        .getGivenName())
                .isEqualTo("Ada");
        assertThat(answer.getResponsesStatusCode()).containsEntry(made, 201).containsEntry(missing, 400);
        assertThat(anna.contacts().list()).hasSize(1);
    }

    private Contact contact(String id) {
        return Objects.requireNonNull(user.contacts().byContactId(id).get());
    }

    private static String id(Contact contact) {
        return Objects.requireNonNull(contact.getId());
    }

    private static ContactFolder folder() {
        ContactFolder folder = new ContactFolder();
        folder.setDisplayName("Salesforce_Sync");
        return folder;
    }

    private static Contact ada() {
        Contact ada = new Contact();
        ada.setGivenName("Ada");
        ada.setSurname("Lovelace");
        ada.setBusinessPhones(List.of("1", "2"));
        EmailAddress email = new EmailAddress();
        email.setAddress("ada@example.org");
        email.setName("Ada L");
        ada.setEmailAddresses(List.of(email));
        PhysicalAddress home = new PhysicalAddress();
        home.setCity("London");
        ada.setHomeAddress(home);
        SingleValueLegacyExtendedProperty stamp = new SingleValueLegacyExtendedProperty();
        stamp.setId(STAMP);
        stamp.setValue("mine");
        ada.setSingleValueExtendedProperties(List.of(stamp));
        return ada;
    }

    private static Round follow(DeltaRequestBuilder start) {
        List<Contact> contacts = new ArrayList<>();
        DeltaRequestBuilder next = start;
        for (int pages = 1; ; pages++) {
            DeltaGetResponse page = Objects.requireNonNull(
                    next.get(request -> request.headers.add("Prefer", IMMUTABLE + ", odata.maxpagesize=2")));
            contacts.addAll(Objects.requireNonNull(page.getValue()));
            if (page.getOdataDeltaLink() != null) {
                return new Round(contacts, pages, page.getOdataDeltaLink());
            }
            next = start.withUrl(Objects.requireNonNull(page.getOdataNextLink()));
        }
    }

    private record Round(List<Contact> contacts, int pages, String deltaLink) {}
}
