package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import microsoft.exchange.webservices.data.core.ExchangeService;
import microsoft.exchange.webservices.data.core.enumeration.misc.error.ServiceError;
import microsoft.exchange.webservices.data.core.enumeration.property.EmailAddressKey;
import microsoft.exchange.webservices.data.core.enumeration.property.PhoneNumberKey;
import microsoft.exchange.webservices.data.core.enumeration.property.WellKnownFolderName;
import microsoft.exchange.webservices.data.core.enumeration.service.ConflictResolutionMode;
import microsoft.exchange.webservices.data.core.enumeration.service.DeleteMode;
import microsoft.exchange.webservices.data.core.enumeration.sync.ChangeType;
import microsoft.exchange.webservices.data.core.exception.service.remote.ServiceResponseException;
import microsoft.exchange.webservices.data.core.service.item.Contact;
import microsoft.exchange.webservices.data.core.service.item.Item;
import microsoft.exchange.webservices.data.core.service.schema.ContactSchema;
import microsoft.exchange.webservices.data.property.complex.EmailAddress;
import microsoft.exchange.webservices.data.property.complex.FolderId;
import microsoft.exchange.webservices.data.property.complex.ItemId;
import microsoft.exchange.webservices.data.search.FindItemsResults;
import microsoft.exchange.webservices.data.search.ItemView;
import microsoft.exchange.webservices.data.search.filter.SearchFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForeignContactsTest {

    private static final FolderId CONTACTS = new FolderId(WellKnownFolderName.Contacts);

    private final LoopbackExchange server = LoopbackExchange.start();
    private final LoopbackFolder contacts = server.mailbox("anna@acme.example").contacts();
    private ExchangeService service;

    @BeforeEach
    void connect() {
        service = ForeignClient.of(server);
    }

    @AfterEach
    void stop() {
        service.close();
        server.close();
    }

    @Test
    void createsAndReadsAContact() throws Exception {
        Contact ada = new Contact(service);
        ada.setGivenName("Ada");
        ada.setSurname("Lovelace");
        ada.getEmailAddresses().setEmailAddress(EmailAddressKey.EmailAddress1, new EmailAddress("ada@example.org"));
        ada.getPhoneNumbers().setPhoneNumber(PhoneNumberKey.BusinessPhone, "+44 1");
        ada.save(CONTACTS);

        Contact read = Contact.bind(service, ada.getId());

        assertThat(read.getSurname()).isEqualTo("Lovelace");
        assertThat(read.getPhoneNumbers().getPhoneNumber(PhoneNumberKey.BusinessPhone))
                .isEqualTo("+44 1");
        assertThat(contacts.list()).singleElement().satisfies(item -> {
            assertThat(item.value("DisplayName")).isEqualTo("Ada Lovelace");
            assertThat(item.value("EmailAddresses/EmailAddress1")).isEqualTo("ada@example.org");
        });
    }

    @Test
    void updatesWhatNobodyElseHasChanged() throws Exception {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada", "PhoneNumbers/HomePhone", "1"));
        Contact bound = Contact.bind(service, new ItemId(ada.id()));

        bound.setJobTitle("Countess");
        bound.getPhoneNumbers().setPhoneNumber(PhoneNumberKey.HomePhone, null);
        bound.update(ConflictResolutionMode.NeverOverwrite);

        assertThat(contacts.item(ada.id()).value("JobTitle")).isEqualTo("Countess");
        assertThat(contacts.item(ada.id()).value("PhoneNumbers/HomePhone")).isEmpty();
    }

    @Test
    void isToldOfAConflict() throws Exception {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));
        Contact bound = Contact.bind(service, new ItemId(ada.id()));
        contacts.edit(ada.id(), "JobTitle", "Analyst");

        bound.setJobTitle("Countess");

        assertThatThrownBy(() -> bound.update(ConflictResolutionMode.NeverOverwrite))
                .isInstanceOfSatisfying(
                        ServiceResponseException.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo(ServiceError.ErrorIrresolvableConflict));
    }

    @Test
    void findsByARestriction() throws Exception {
        contacts.put(Map.of("GivenName", "Ada", "Surname", "Lovelace"));
        contacts.put(Map.of("GivenName", "Grace", "Surname", "Hopper"));

        FindItemsResults<Item> found = service.findItems(
                CONTACTS, new SearchFilter.IsEqualTo(ContactSchema.GivenName, "Grace"), new ItemView(10));

        assertThat(found.getItems())
                .singleElement()
                .satisfies(item -> assertThat(((Contact) item).getSurname()).isEqualTo("Hopper"));
    }

    @Test
    void followsTheFolder() throws Exception {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));
        LoopbackItem grace = contacts.put(Map.of("GivenName", "Grace"));
        ForeignClient.Pass first = ForeignClient.changes(service, CONTACTS, null);
        contacts.edit(ada.id(), "GivenName", "Augusta");
        contacts.delete(grace.id());
        contacts.put(Map.of("GivenName", "Edith"));

        ForeignClient.Pass second = ForeignClient.changes(service, CONTACTS, first.state());

        assertThat(first.changes()).hasSize(2);
        assertThat(second.changes())
                .extracting(change -> change.getChangeType())
                .containsExactly(ChangeType.Create, ChangeType.Delete, ChangeType.Update);
    }

    @Test
    void deletesIntoTheDeletedItems() throws Exception {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));

        Contact.bind(service, new ItemId(ada.id())).delete(DeleteMode.MoveToDeletedItems);

        assertThat(contacts.list()).isEmpty();
        assertThat(server.mailbox("anna@acme.example").deletedItems().list())
                .extracting(item -> item.value("GivenName"))
                .containsExactly("Ada");
    }
}
