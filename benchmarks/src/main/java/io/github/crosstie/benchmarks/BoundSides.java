package io.github.crosstie.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a user would write: bind the pages of the CRM and of a unit to objects. */
final class BoundSides {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectReader PEOPLE = MAPPER.readerFor(PeoplePage.class);
    private static final ObjectReader ACCOUNTS = MAPPER.readerFor(AccountPage.class);

    private BoundSides() {}

    /** A page of the CRM. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record PeoplePage(@JsonProperty("records") List<PlainUserSync.Person> records) {}

    /** A page of the unit. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AccountPage(@JsonProperty("values") List<PlainUserSync.Account> values) {}

    static List<PlainUserSync.Person> people(List<byte[]> pages) throws IOException {
        List<PlainUserSync.Person> people = new ArrayList<>();
        for (byte[] page : pages) {
            people.addAll(PEOPLE.<PeoplePage>readValue(page).records());
        }
        return people;
    }

    static List<PlainUserSync.Account> accounts(List<byte[]> pages) throws IOException {
        List<PlainUserSync.Account> accounts = new ArrayList<>();
        for (byte[] page : pages) {
            accounts.addAll(ACCOUNTS.<AccountPage>readValue(page).values());
        }
        return accounts;
    }
}
