package io.github.crosstie.testkit.internal.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Exchange does to contacts by itself. */
public final class ContactRules {

    private ContactRules() {}

    /** Fills in what a save leaves to the server. */
    public static void saved(Properties contact) {
        String full = join(" ", contact.text("GivenName"), contact.text("MiddleName"), contact.text("Surname"));
        if (!full.isEmpty()) {
            contact.setIfAbsent("DisplayName", full);
        }
        if (!contact.text("DisplayName").isEmpty()) {
            contact.setIfAbsent("Subject", contact.text("DisplayName"));
        }
        fileAs(contact);
    }

    private static void fileAs(Properties contact) {
        String given = join(" ", contact.text("GivenName"), contact.text("MiddleName"));
        String surname = contact.text("Surname");
        String company = contact.text("CompanyName");
        String filed = switch (contact.text("FileAsMapping")) {
            case "LastCommaFirst" -> join(", ", surname, given);
            case "FirstSpaceLast" -> join(" ", given, surname);
            case "LastSpaceFirst" -> join(" ", surname, given);
            case "LastFirst" -> surname + given;
            case "Company" -> company;
            case "LastCommaFirstCompany" -> join("\r\n", join(", ", surname, given), company);
            case "CompanyLastCommaFirst" -> join("\r\n", company, join(", ", surname, given));
            case "DisplayName" -> contact.text("DisplayName");
            default -> "";
        };
        if (!filed.isEmpty()) {
            contact.set("FileAs", filed);
        }
    }

    /** Adds what follows from what was stored. */
    public static void complete(Properties contact) {
        List<Tree> name = new ArrayList<>();
        part(name, "FirstName", contact.text("GivenName"));
        part(name, "MiddleName", contact.text("MiddleName"));
        part(name, "LastName", contact.text("Surname"));
        part(name, "Suffix", contact.text("Generation"));
        part(name, "Initials", contact.text("Initials"));
        part(
                name,
                "FullName",
                join(" ", contact.text("GivenName"), contact.text("MiddleName"), contact.text("Surname")));
        part(name, "Nickname", contact.text("Nickname"));
        if (!name.isEmpty()) {
            contact.put(Tree.of("t:CompleteName", name));
        }
        contact.set("HasPicture", "false");
    }

    private static void part(List<Tree> name, String element, String text) {
        if (!text.isEmpty()) {
            name.add(Tree.of("t:" + element, text));
        }
    }

    private static String join(String separator, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(separator));
    }
}
