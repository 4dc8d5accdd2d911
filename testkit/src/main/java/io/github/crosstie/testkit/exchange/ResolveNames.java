package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Attendees;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** ResolveNames: whose address or alias it is, or whose name begins like that. */
final class ResolveNames implements Operation {

    @Override
    public Tree answer(Call call) {
        String entry = call.body().textOf("m:UnresolvedEntry").strip();
        String sought = entry.toLowerCase(Locale.ROOT).replaceFirst("^smtp:", "");
        List<StoredMailbox> found = call.organization().all().stream()
                .filter(mailbox -> matches(mailbox, sought))
                .toList();
        Answers answers = new Answers(call);
        if (found.size() > 1 && !call.trouble().isFor(0)) {
            return answers.addWarning(
                            "ErrorNameResolutionMultipleResults", "Multiple results were found.", resolutions(found))
                    .response();
        }
        return answers.add(() -> {
                    if (found.isEmpty()) {
                        throw new Refusal("ErrorNameResolutionNoResults", "No results were found.");
                    }
                    return new Tree[] {resolutions(found)};
                })
                .response();
    }

    private static boolean matches(StoredMailbox mailbox, String sought) {
        return mailbox.hasAddress(sought)
                || mailbox.address.toLowerCase(Locale.ROOT).startsWith(sought)
                || mailbox.displayName.toLowerCase(Locale.ROOT).startsWith(sought);
    }

    private static Tree resolutions(List<StoredMailbox> found) {
        List<Tree> resolutions = new ArrayList<>();
        for (StoredMailbox mailbox : found) {
            Tree box =
                    Attendees.mailbox(mailbox.address, mailbox.displayName).plus(Tree.of("t:MailboxType", "Mailbox"));
            resolutions.add(Tree.of("t:Resolution", box, contact(mailbox)));
        }
        return Tree.of("m:ResolutionSet", resolutions)
                .with("TotalItemsInView", Integer.toString(found.size()))
                .with("IncludesLastItemInRange", "true");
    }

    /** The entry of the directory, which tells all addresses; the primary one is marked by its prefix. */
    private static Tree contact(StoredMailbox mailbox) {
        List<Tree> addresses = new ArrayList<>();
        addresses.add(Tree.of("t:Entry", "SMTP:" + mailbox.address).with("Key", "EmailAddress1"));
        for (int i = 0; i < Math.min(2, mailbox.aliases.size()); i++) {
            addresses.add(Tree.of("t:Entry", "smtp:" + mailbox.aliases.get(i)).with("Key", "EmailAddress" + (i + 2)));
        }
        return Tree.of(
                "t:Contact",
                Tree.of("t:DisplayName", mailbox.displayName),
                Tree.of("t:EmailAddresses", addresses),
                Tree.of("t:ContactSource", "ActiveDirectory"));
    }
}
