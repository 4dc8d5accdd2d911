package io.github.crosstie.benchmarks;

import io.github.crosstie.ews.internal.operation.ItemKey;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlElements;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import jakarta.xml.bind.annotation.XmlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The elements of a page that JAXB binds; whatever else comes is passed over. */
@NullUnmarked
@XmlRootElement(name = "Envelope", namespace = JaxbEnvelope.SOAP)
@XmlAccessorType(XmlAccessType.FIELD)
final class JaxbEnvelope {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String MESSAGES = "http://schemas.microsoft.com/exchange/services/2006/messages";
    static final String TYPES = "http://schemas.microsoft.com/exchange/services/2006/types";

    @XmlElement(name = "Body", namespace = SOAP)
    Body body;

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class Body {
        @XmlElement(name = "SyncFolderItemsResponse", namespace = MESSAGES)
        SyncResponse sync;

        @XmlElement(name = "GetItemResponse", namespace = MESSAGES)
        GetItemResponse items;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class SyncResponse {
        @XmlElementWrapper(name = "ResponseMessages", namespace = MESSAGES)
        @XmlElement(name = "SyncFolderItemsResponseMessage", namespace = MESSAGES)
        List<SyncMessage> messages;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class SyncMessage {
        @XmlElement(name = "ResponseCode", namespace = MESSAGES)
        String responseCode;

        @XmlElement(name = "SyncState", namespace = MESSAGES)
        String syncState;

        @XmlElement(name = "IncludesLastItemInRange", namespace = MESSAGES)
        boolean last;

        @XmlElementWrapper(name = "Changes", namespace = MESSAGES)
        @XmlElements({
            @XmlElement(name = "Create", namespace = TYPES, type = Create.class),
            @XmlElement(name = "Update", namespace = TYPES, type = Update.class),
            @XmlElement(name = "Delete", namespace = TYPES, type = Delete.class)
        })
        List<Change> changes;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    abstract static class Change {
        @XmlElement(name = "Contact", namespace = TYPES)
        Contact contact;

        @XmlElement(name = "ItemId", namespace = TYPES)
        ItemId itemId;
    }

    static final class Create extends Change {}

    static final class Update extends Change {}

    static final class Delete extends Change {}

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class GetItemResponse {
        @XmlElementWrapper(name = "ResponseMessages", namespace = MESSAGES)
        @XmlElement(name = "GetItemResponseMessage", namespace = MESSAGES)
        List<GetItemMessage> messages;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class GetItemMessage {
        @XmlElement(name = "ResponseCode", namespace = MESSAGES)
        String responseCode;

        @XmlElementWrapper(name = "Items", namespace = MESSAGES)
        @XmlElement(name = "Contact", namespace = TYPES)
        List<Contact> contacts;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class ItemId {
        @XmlAttribute(name = "Id")
        String id;

        @XmlAttribute(name = "ChangeKey")
        String changeKey;

        ItemKey key() {
            return new ItemKey(id, changeKey);
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class Entry {
        @XmlAttribute(name = "Key")
        String key;

        @XmlValue
        String value;

        Entry() {}

        Entry(String key, String value) {
            this.key = key;
            this.value = value;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class Address {
        @XmlElement(name = "City", namespace = TYPES)
        String city;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static final class Extended {
        @XmlElement(name = "Value", namespace = TYPES)
        String value;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(
            propOrder = {
                "itemId",
                "subject",
                "body",
                "extended",
                "fileAs",
                "displayName",
                "givenName",
                "middleName",
                "companyName",
                "emails",
                "addresses",
                "phones",
                "assistantName",
                "birthday",
                "businessHomePage",
                "department",
                "jobTitle",
                "manager",
                "surname"
            })
    static final class Contact {
        @XmlElement(name = "ItemId", namespace = TYPES)
        ItemId itemId;

        @XmlElement(name = "Subject", namespace = TYPES)
        @Nullable
        String subject;

        @XmlElement(name = "Body", namespace = TYPES)
        @Nullable
        String body;

        @XmlElement(name = "ExtendedProperty", namespace = TYPES)
        List<Extended> extended;

        @XmlElement(name = "FileAs", namespace = TYPES)
        @Nullable
        String fileAs;

        @XmlElement(name = "DisplayName", namespace = TYPES)
        @Nullable
        String displayName;

        @XmlElement(name = "GivenName", namespace = TYPES)
        @Nullable
        String givenName;

        @XmlElement(name = "MiddleName", namespace = TYPES)
        @Nullable
        String middleName;

        @XmlElement(name = "CompanyName", namespace = TYPES)
        @Nullable
        String companyName;

        @XmlElementWrapper(name = "EmailAddresses", namespace = TYPES)
        @XmlElement(name = "Entry", namespace = TYPES)
        List<Entry> emails;

        @XmlElementWrapper(name = "PhysicalAddresses", namespace = TYPES)
        @XmlElement(name = "Entry", namespace = TYPES)
        List<Address> addresses;

        @XmlElementWrapper(name = "PhoneNumbers", namespace = TYPES)
        @XmlElement(name = "Entry", namespace = TYPES)
        List<Entry> phones;

        @XmlElement(name = "AssistantName", namespace = TYPES)
        @Nullable
        String assistantName;

        @XmlElement(name = "Birthday", namespace = TYPES)
        @Nullable
        String birthday;

        @XmlElement(name = "BusinessHomePage", namespace = TYPES)
        @Nullable
        String businessHomePage;

        @XmlElement(name = "Department", namespace = TYPES)
        @Nullable
        String department;

        @XmlElement(name = "JobTitle", namespace = TYPES)
        @Nullable
        String jobTitle;

        @XmlElement(name = "Manager", namespace = TYPES)
        @Nullable
        String manager;

        @XmlElement(name = "Surname", namespace = TYPES)
        @Nullable
        String surname;

        Map<String, String> texts() {
            Map<String, String> texts = new HashMap<>();
            texts.put("Subject", subject);
            texts.put("Body", body);
            texts.put("FileAs", fileAs);
            texts.put("DisplayName", displayName);
            texts.put("GivenName", givenName);
            texts.put("MiddleName", middleName);
            texts.put("CompanyName", companyName);
            texts.put("AssistantName", assistantName);
            texts.put("Birthday", birthday);
            texts.put("BusinessHomePage", businessHomePage);
            texts.put("Department", department);
            texts.put("JobTitle", jobTitle);
            texts.put("Manager", manager);
            texts.put("Surname", surname);
            return texts;
        }

        void set(String element, String value) {
            switch (element) {
                case "FileAs" -> fileAs = value;
                case "DisplayName" -> displayName = value;
                case "GivenName" -> givenName = value;
                case "MiddleName" -> middleName = value;
                case "CompanyName" -> companyName = value;
                default -> throw new IllegalArgumentException("the benchmark writes no " + element);
            }
        }
    }

    @XmlRootElement(name = "CreateItem", namespace = MESSAGES)
    @XmlAccessorType(XmlAccessType.FIELD)
    static final class CreateItem {
        @XmlAttribute(name = "SendMeetingInvitations")
        String invitations = "SendToNone";

        @XmlElementWrapper(name = "Items", namespace = MESSAGES)
        @XmlElement(name = "Contact", namespace = TYPES)
        List<Contact> contacts = new ArrayList<>();
    }
}
