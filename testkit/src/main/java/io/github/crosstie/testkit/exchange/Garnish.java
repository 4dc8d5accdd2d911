package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes answers stranger than they are. */
final class Garnish {

    private static final Set<String> TEXTS =
            Set.of("Subject", "DisplayName", "GivenName", "Surname", "Body", "Location", "CompanyName");

    private Garnish() {}

    /** Ends texts that people typed with a character that XML 1.0 forbids. */
    static Tree withForbiddenCharacters(Tree answer) {
        if (answer.children().isEmpty()) {
            boolean typed = TEXTS.contains(answer.localName()) && !answer.text().isEmpty();
            return typed ? answer.withText(answer.text() + "\u0005") : answer;
        }
        return answer.withChildren(
                answer.children().stream().map(Garnish::withForbiddenCharacters).toList());
    }

    /** Adds elements that no client knows, of the types and of another namespace. */
    static Tree withUnknownElements(Tree answer) {
        if (answer.children().isEmpty()) {
            return answer;
        }
        List<Tree> children = new ArrayList<>();
        answer.children().forEach(child -> children.add(withUnknownElements(child)));
        if (!answer.name().startsWith("soap:")) {
            children.add(Tree.of("t:OfTheFuture", Tree.of("t:Inner", "1").with("Kind", "x"), Tree.of("t:ItemId")));
            children.add(Tree.of("{urn:example:future}Other", "text"));
        }
        return answer.withChildren(children);
    }
}
