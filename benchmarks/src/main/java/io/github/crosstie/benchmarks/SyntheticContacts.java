package io.github.crosstie.benchmarks;

import io.github.crosstie.diff.RecordSnapshot;
import io.github.crosstie.diff.RecordStatus;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Contacts of a CRM, twelve texts each, and what a listing shows of them some time later: see {@link SyntheticLinks}.
 *
 * @param links how many contacts are linked
 */
record SyntheticContacts(SyntheticLinks links) {

    /** The fields that are set, all of them mapped. */
    static final List<Field<String>> FIELDS = List.of(
            ContactFields.GIVEN_NAME,
            ContactFields.SURNAME,
            ContactFields.EMAIL_ADDRESS,
            ContactFields.COMPANY_NAME,
            ContactFields.JOB_TITLE,
            ContactFields.DEPARTMENT,
            ContactFields.BUSINESS_PHONE,
            ContactFields.MOBILE_PHONE,
            ContactFields.BUSINESS_STREET,
            ContactFields.BUSINESS_CITY,
            ContactFields.BUSINESS_POSTAL_CODE,
            ContactFields.BUSINESS_COUNTRY);

    private static final List<String> TEXTS = List.of(
            "Given",
            "Surname-Surname",
            "given.surname@example.com",
            "Analytical Engines Limited",
            "Chief Programmer",
            "Department of Sums",
            "+44 20 7946 0",
            "+44 7700 9",
            "12 St James's Square",
            "London",
            "SW1Y 4JH",
            "United Kingdom");

    static SyntheticContacts of(int links) {
        return new SyntheticContacts(new SyntheticLinks(links));
    }

    /** A contact as it was when the links were last in step, made anew at each call. */
    RecordSnapshot known(int link) {
        return RecordSnapshot.of(links.id(Side.CRM, link), item(link, ""));
    }

    /** The contact, linked to one of the mailbox that holds the same. */
    Link link(int link) {
        return Link.of(new LinkId("link-" + link), half(Side.CRM, link), half(Side.MAIL, link));
    }

    private Half half(Side side, int link) {
        return new Half(links.id(side, link), SyntheticLinks.version(links.known(side, link)), item(link, ""));
    }

    /** What is listed, in the order of the ids or in any. */
    List<RecordSnapshot> listed(boolean inOrder) {
        List<RecordSnapshot> listed = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        links.list(Side.CRM, order::add);
        if (!inOrder) {
            Collections.shuffle(order, new Random(links.links()));
        }
        order.forEach(link -> listed.add(RecordSnapshot.of(
                links.id(Side.CRM, link),
                item(link, links.status(Side.CRM, link) == RecordStatus.CHANGED ? " (edited)" : ""))));
        return listed;
    }

    private static Item item(int link, String edit) {
        Item.Builder item = Item.contact();
        for (int field = 0; field < FIELDS.size(); field++) {
            item.set(FIELDS.get(field), TEXTS.get(field) + link + (field == link % FIELDS.size() ? edit : ""));
        }
        return item.build();
    }

    /** What every comparison must find. */
    Found found() {
        Found found = new Found();
        for (int link = 0; link < links.records(); link++) {
            RecordStatus status = links.status(Side.CRM, link);
            if (link >= links.links()) {
                found.isNew(links.id(Side.CRM, link));
            } else if (status == RecordStatus.CHANGED) {
                found.isChanged(links.id(Side.CRM, link));
            } else if (status == RecordStatus.GONE) {
                found.isGone(links.id(Side.CRM, link));
            }
        }
        return found;
    }
}
