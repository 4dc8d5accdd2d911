package io.github.crosstie.benchmarks;

import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.SyncChange;
import io.github.crosstie.ews.internal.soap.Space;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a user would write with the JDK's tree of a document. */
final class DomPages {

    private final DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();

    DomPages() {
        factory.setExpandEntityReferences(false);
    }

    List<SyncChange> changes(byte[] page) {
        List<SyncChange> changes = new ArrayList<>();
        Element list = (Element) parse(page)
                .getElementsByTagNameNS(Space.MESSAGES.uri(), "Changes")
                .item(0);
        for (Element change : children(list)) {
            Element only = children(change).get(0);
            switch (change.getLocalName()) {
                case "Create" ->
                    changes.add(new SyncChange.Created(key(children(only).get(0)), only.getLocalName()));
                case "Update" ->
                    changes.add(new SyncChange.Updated(key(children(only).get(0)), only.getLocalName()));
                default -> changes.add(new SyncChange.Deleted(key(only)));
            }
        }
        return changes;
    }

    List<EwsContact> contacts(byte[] page) {
        NodeList items = parse(page).getElementsByTagNameNS(Space.TYPES.uri(), "Contact");
        List<EwsContact> contacts = new ArrayList<>();
        for (int at = 0; at < items.getLength(); at++) {
            contacts.add(contact((Element) items.item(at)));
        }
        return contacts;
    }

    private static EwsContact contact(Element element) {
        Map<String, String> texts = new HashMap<>();
        Map<String, String> emails = new HashMap<>();
        Map<String, String> phones = new HashMap<>();
        String id = "";
        String changeKey = "";
        String city = "";
        String stamp = "";
        for (Element part : children(element)) {
            switch (part.getLocalName()) {
                case "ItemId" -> {
                    id = part.getAttribute("Id");
                    changeKey = part.getAttribute("ChangeKey");
                }
                case "ExtendedProperty" -> stamp = children(part).get(1).getTextContent();
                case "EmailAddresses" ->
                    children(part).forEach(entry -> emails.put(entry.getAttribute("Key"), entry.getTextContent()));
                case "PhoneNumbers" ->
                    children(part).forEach(entry -> phones.put(entry.getAttribute("Key"), entry.getTextContent()));
                case "PhysicalAddresses" ->
                    city = children(children(part).get(0)).get(1).getTextContent();
                default -> texts.put(part.getLocalName(), part.getTextContent());
            }
        }
        return new EwsContact(id, changeKey, texts, emails, phones, city, stamp);
    }

    private static ItemKey key(Element itemId) {
        return new ItemKey(itemId.getAttribute("Id"), itemId.getAttribute("ChangeKey"));
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private Element parse(byte[] page) {
        try {
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(page))
                    .getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException("a page of the benchmark cannot be parsed", e);
        }
    }
}
