package io.github.crosstie.benchmarks;

import io.github.crosstie.ews.internal.soap.Space;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers of Exchange, as long as they are there: ids of 152 characters, contacts with what people keep of contacts. */
final class EwsPages {

    static final String STAMP_SET = "c11ff724-aa03-4555-9952-8fa248a11c3e";

    /** The plain properties of a contact, in the order of the schema. */
    static final List<String> BEFORE_ADDRESSES =
            List.of("FileAs", "DisplayName", "GivenName", "MiddleName", "CompanyName");

    /** Those that follow. */
    static final List<String> AFTER_NUMBERS =
            List.of("AssistantName", "Birthday", "BusinessHomePage", "Department", "JobTitle", "Manager", "Surname");

    private EwsPages() {}

    static byte[] syncPage(int changes) {
        StringBuilder page = new StringBuilder();
        for (int change = 0; change < changes; change++) {
            String kind = change % 16 == 7 ? "Delete" : change % 4 == 0 ? "Update" : "Create";
            page.append("<t:").append(kind).append('>');
            page.append(kind.equals("Delete") ? id(change) : "<t:Contact>" + id(change) + "</t:Contact>");
            page.append("</t:").append(kind).append('>');
        }
        return envelope("<m:SyncFolderItemsResponse><m:ResponseMessages><m:SyncFolderItemsResponseMessage"
                + " ResponseClass=\"Success\"><m:ResponseCode>NoError</m:ResponseCode><m:SyncState>"
                + "H4sIAAA+".repeat(500)
                + "</m:SyncState><m:IncludesLastItemInRange>false</m:IncludesLastItemInRange><m:Changes>" + page
                + "</m:Changes></m:SyncFolderItemsResponseMessage></m:ResponseMessages></m:SyncFolderItemsResponse>");
    }

    static byte[] contactPage(int contacts) {
        StringBuilder page = new StringBuilder();
        for (int contact = 0; contact < contacts; contact++) {
            page.append("<m:GetItemResponseMessage ResponseClass=\"Success\"><m:ResponseCode>NoError</m:ResponseCode>")
                    .append("<m:Items><t:Contact>")
                    .append(id(contact))
                    .append("<t:Subject>Person ")
                    .append(contact)
                    .append("</t:Subject><t:Body BodyType=\"Text\" IsTruncated=\"false\">")
                    .append("Met at the fair; likes &amp; dislikes are noted here.\r\n".repeat(8))
                    .append("</t:Body><t:ExtendedProperty><t:ExtendedFieldURI PropertySetId=\"")
                    .append(STAMP_SET)
                    .append("\" PropertyName=\"Stamp\" PropertyType=\"String\"/><t:Value>stamp ")
                    .append(contact)
                    .append("</t:Value></t:ExtendedProperty>");
            texts(page, BEFORE_ADDRESSES, contact);
            page.append("<t:EmailAddresses>");
            for (int email = 1; email <= 3; email++) {
                page.append("<t:Entry Key=\"EmailAddress" + email + "\" Name=\"Person\" RoutingType=\"SMTP\">person"
                        + email + "." + contact + "@acme.example</t:Entry>");
            }
            page.append(
                            "</t:EmailAddresses><t:PhysicalAddresses><t:Entry Key=\"Business\"><t:Street>1 Long Road</t:Street>")
                    .append("<t:City>City ")
                    .append(contact % 100)
                    .append("</t:City><t:CountryOrRegion>Germany</t:CountryOrRegion><t:PostalCode>10115</t:PostalCode>")
                    .append("</t:Entry></t:PhysicalAddresses><t:PhoneNumbers>");
            for (String key : List.of("BusinessPhone", "HomePhone", "MobilePhone", "OtherTelephone")) {
                page.append("<t:Entry Key=\"" + key + "\">+49 30 " + contact + "</t:Entry>");
            }
            page.append("</t:PhoneNumbers>");
            texts(page, AFTER_NUMBERS, contact);
            page.append("</t:Contact></m:Items></m:GetItemResponseMessage>");
        }
        return envelope("<m:GetItemResponse><m:ResponseMessages>" + page + "</m:ResponseMessages></m:GetItemResponse>");
    }

    private static void texts(StringBuilder page, List<String> elements, int contact) {
        for (String element : elements) {
            String text = element.equals("Birthday") ? "1980-02-29T00:00:00Z" : element + " of person " + contact;
            page.append("<t:" + element + ">" + text + "</t:" + element + ">");
        }
    }

    private static String id(int number) {
        return "<t:ItemId Id=\"" + "AAMkAGI2TG93AAA%08d".formatted(number).repeat(6)
                + "AAAAAAAAAA==\" ChangeKey=\"EQAAABYAAADZ%08dAAAAAAAAAAAAAA\"/>".formatted(number);
    }

    private static byte[] envelope(String body) {
        return ("<?xml version=\"1.0\" encoding=\"utf-8\"?><s:Envelope xmlns:s=\"" + Space.SOAP.uri()
                        + "\"><s:Header><h:ServerVersionInfo MajorVersion=\"15\" MinorVersion=\"2\""
                        + " MajorBuildNumber=\"2562\" MinorBuildNumber=\"17\" xmlns:h=\"" + Space.TYPES.uri()
                        + "\"/></s:Header><s:Body xmlns:m=\"" + Space.MESSAGES.uri() + "\" xmlns:t=\""
                        + Space.TYPES.uri() + "\">" + body + "</s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
