package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.List;

/** SOAP around requests and answers. */
final class Envelope {

    private static final Tree VERSION = Tree.of("t:ServerVersionInfo")
            .with("MajorVersion", "15")
            .with("MinorVersion", "2")
            .with("MajorBuildNumber", "2562")
            .with("MinorBuildNumber", "17");

    private Envelope() {}

    static Tree around(Tree body, String version) {
        return Tree.of(
                "soap:Envelope", Tree.of("soap:Header", VERSION.with("Version", version)), Tree.of("soap:Body", body));
    }

    static Tree fault(Refusal refusal) {
        Tree detail =
                Tree.of("detail", Tree.of("e:ResponseCode", refusal.code()), Tree.of("e:Message", refusal.text()));
        if (!refusal.values().isEmpty()) {
            detail = detail.plus(Tree.of("t:MessageXml", Answers.values(refusal.values())));
        }
        String side = refusal.code().equals("ErrorSchemaValidation") ? "soap:Client" : "t:" + refusal.code();
        return Tree.of("soap:Fault", Tree.of("faultcode", side), Tree.of("faultstring", refusal.text()), detail);
    }

    /** The header blocks of a request. */
    static List<Tree> header(Tree envelope) {
        return envelope.in("soap:Header");
    }

    /** The body's child. */
    static Tree body(Tree envelope) throws Refusal {
        List<Tree> children = envelope.in("soap:Body");
        if (!envelope.name().equals("soap:Envelope") || children.size() != 1) {
            throw new Refusal(
                    "ErrorInvalidRequest", "The request is invalid: an envelope holds one element in its body.");
        }
        return children.get(0);
    }
}
