package io.github.crosstie.benchmarks;

import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.SyncChange;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a user would write with JAXB: classes bound to the elements that are wanted, the context made once. */
final class JaxbPages {

    private final JAXBContext context;

    JaxbPages() {
        try {
            context = JAXBContext.newInstance(JaxbEnvelope.class, JaxbEnvelope.CreateItem.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("the classes of the benchmark cannot be bound", e);
        }
    }

    List<SyncChange> changes(byte[] page) {
        List<SyncChange> changes = new ArrayList<>();
        for (JaxbEnvelope.Change change : parse(page).body.sync.messages.get(0).changes) {
            if (change instanceof JaxbEnvelope.Create) {
                changes.add(new SyncChange.Created(change.contact.itemId.key(), "Contact"));
            } else if (change instanceof JaxbEnvelope.Update) {
                changes.add(new SyncChange.Updated(change.contact.itemId.key(), "Contact"));
            } else {
                changes.add(new SyncChange.Deleted(change.itemId.key()));
            }
        }
        return changes;
    }

    List<EwsContact> contacts(byte[] page) {
        List<EwsContact> contacts = new ArrayList<>();
        for (JaxbEnvelope.GetItemMessage message : parse(page).body.items.messages) {
            contacts.add(contact(message.contacts.get(0)));
        }
        return contacts;
    }

    /** Writes the body of a request that creates contacts, by their subjects. */
    String create(List<String> subjects) {
        JaxbEnvelope.CreateItem request = new JaxbEnvelope.CreateItem();
        for (String subject : subjects) {
            JaxbEnvelope.Contact contact = new JaxbEnvelope.Contact();
            contact.subject = subject;
            for (String element : EwsPages.BEFORE_ADDRESSES) {
                contact.set(element, element + " of " + subject);
            }
            contact.phones = new ArrayList<>();
            contact.phones.add(new JaxbEnvelope.Entry("MobilePhone", "+49 30 " + subject));
            request.contacts.add(contact);
        }
        StringWriter text = new StringWriter();
        try {
            context.createMarshaller().marshal(request, text);
        } catch (JAXBException e) {
            throw new IllegalStateException("a request of the benchmark cannot be written", e);
        }
        return text.toString();
    }

    private static EwsContact contact(JaxbEnvelope.Contact bound) {
        Map<String, String> texts = new HashMap<>(bound.texts());
        Map<String, String> emails = new HashMap<>();
        bound.emails.forEach(entry -> emails.put(entry.key, entry.value));
        Map<String, String> phones = new HashMap<>();
        bound.phones.forEach(entry -> phones.put(entry.key, entry.value));
        ItemKey key = bound.itemId.key();
        return new EwsContact(
                key.id(),
                String.valueOf(key.changeKey()),
                texts,
                emails,
                phones,
                bound.addresses.get(0).city,
                bound.extended.get(0).value);
    }

    private JaxbEnvelope parse(byte[] page) {
        try {
            return (JaxbEnvelope) context.createUnmarshaller().unmarshal(new ByteArrayInputStream(page));
        } catch (JAXBException e) {
            throw new IllegalStateException("a page of the benchmark cannot be parsed", e);
        }
    }
}
