package io.github.crosstie.benchmarks;

import com.microsoft.graph.models.Attendee;
import com.microsoft.graph.models.Contact;
import com.microsoft.graph.models.ContactCollectionResponse;
import com.microsoft.graph.models.EmailAddress;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.PhysicalAddress;
import com.microsoft.graph.models.Sensitivity;
import com.microsoft.graph.models.SingleValueLegacyExtendedProperty;
import com.microsoft.graph.users.item.calendarview.delta.DeltaGetResponse;
import com.microsoft.kiota.serialization.JsonParseNodeFactory;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import io.github.crosstie.graph.internal.item.ExtendedProperty;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a user of the vendor's client would write: its model objects, of which the same is taken as the library keeps. */
final class SdkPages {

    private static final JsonParseNodeFactory JSON = new JsonParseNodeFactory();

    private SdkPages() {}

    static List<GraphEvent> events(byte[] page) {
        DeltaGetResponse response = parsed(page, DeltaGetResponse::createFromDiscriminatorValue);
        return Objects.requireNonNull(response.getValue()).stream()
                .map(SdkPages::event)
                .toList();
    }

    static List<GraphContact> contacts(byte[] page) {
        ContactCollectionResponse response = parsed(page, ContactCollectionResponse::createFromDiscriminatorValue);
        return Objects.requireNonNull(response.getValue()).stream()
                .map(SdkPages::contact)
                .toList();
    }

    private static <T extends Parsable> T parsed(byte[] page, ParsableFactory<T> factory) {
        return Objects.requireNonNull(JSON.getParseNode("application/json", new ByteArrayInputStream(page))
                .getObjectValue(factory));
    }

    static GraphEvent event(Event event) {
        return new GraphEvent(
                text(event.getId()),
                text(event.getChangeKey()),
                text(event.getICalUId()),
                text(event.getSubject()),
                text(Objects.requireNonNull(event.getBody()).getContent()),
                text(Objects.requireNonNull(event.getLocation()).getDisplayName()),
                event.getSensitivity() != Sensitivity.Normal,
                Objects.requireNonNull(event.getCategories()),
                text(Objects.requireNonNull(event.getStart()).getDateTime()),
                text(Objects.requireNonNull(event.getEnd()).getDateTime()),
                attendees(Objects.requireNonNull(event.getAttendees())));
    }

    private static List<String> attendees(List<Attendee> attendees) {
        List<String> addresses = new ArrayList<>(attendees.size());
        for (Attendee attendee : attendees) {
            addresses.add(address(attendee.getEmailAddress()));
        }
        return addresses;
    }

    private static GraphContact contact(Contact contact) {
        List<String> texts = new ArrayList<>(GraphContact.FIELDS.size());
        texts.add(text(contact.getGivenName()));
        texts.add(text(contact.getMiddleName()));
        texts.add(text(contact.getSurname()));
        texts.add(text(contact.getTitle()));
        texts.add(text(contact.getCompanyName()));
        texts.add(text(contact.getJobTitle()));
        texts.add(text(contact.getDepartment()));
        texts.add(text(contact.getManager()));
        texts.add(text(contact.getAssistantName()));
        texts.add(text(contact.getMobilePhone()));
        texts.add(text(contact.getPersonalNotes()));
        texts.add(address(contact.getPrimaryEmailAddress()));
        texts.add(address(contact.getSecondaryEmailAddress()));
        PhysicalAddress business = Objects.requireNonNull(contact.getBusinessAddress());
        texts.add(text(business.getStreet()));
        texts.add(text(business.getCity()));
        texts.add(text(business.getCountryOrRegion()));
        texts.add(text(business.getPostalCode()));
        List<SingleValueLegacyExtendedProperty> extended =
                Objects.requireNonNull(contact.getSingleValueExtendedProperties());
        for (String phone : GraphPages.PHONES) {
            texts.add(value(extended, phone));
        }
        return new GraphContact(
                text(contact.getId()), text(contact.getChangeKey()), texts, value(extended, ExtendedProperty.TAG.id()));
    }

    private static String value(List<SingleValueLegacyExtendedProperty> extended, String id) {
        for (SingleValueLegacyExtendedProperty property : extended) {
            if (id.equals(property.getId())) {
                return text(property.getValue());
            }
        }
        return "";
    }

    private static String address(@Nullable EmailAddress address) {
        return address == null ? "" : text(address.getAddress());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
