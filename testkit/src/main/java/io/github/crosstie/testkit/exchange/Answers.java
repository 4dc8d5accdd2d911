package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The response messages of one response; what goes wrong with a part of a request is told in that part's message. */
final class Answers {

    private final Call call;
    private final String messageName;
    private final List<Tree> whenRefused;
    private final List<Tree> messages = new ArrayList<>();

    /**
     * Starts with no message.
     *
     * @param call the request
     * @param whenRefused what a message holds besides the code if its part was refused
     */
    Answers(Call call, Tree... whenRefused) {
        this(call, call.operation() + "ResponseMessage", whenRefused);
    }

    Answers(Call call, String messageName, Tree... whenRefused) {
        this.call = call;
        this.messageName = messageName;
        this.whenRefused = List.of(whenRefused);
    }

    /** Does the work on the next part and adds its message. */
    Answers add(Work work) {
        try {
            call.trouble().before(messages.size());
            messages.add(message("Success", "NoError", List.of(work.payload())));
        } catch (Refusal refusal) {
            messages.add(refused(refusal));
        }
        return this;
    }

    /** Adds a message that warns and still brings something. */
    Answers addWarning(String code, String text, Tree... payload) {
        List<Tree> children = new ArrayList<>(List.of(Tree.of("m:MessageText", text), Tree.of("m:ResponseCode", code)));
        children.add(Tree.of("m:DescriptiveLinkKey", "0"));
        children.addAll(List.of(payload));
        messages.add(Tree.of("m:" + messageName, children).with("ResponseClass", "Warning"));
        return this;
    }

    Tree response() {
        return Tree.of("m:" + call.operation() + "Response", Tree.of("m:ResponseMessages", messages));
    }

    private Tree message(String responseClass, String code, List<Tree> payload) {
        List<Tree> children = new ArrayList<>();
        children.add(Tree.of("m:ResponseCode", code));
        children.addAll(payload);
        return Tree.of("m:" + messageName, children).with("ResponseClass", responseClass);
    }

    private Tree refused(Refusal refusal) {
        List<Tree> children = new ArrayList<>();
        children.add(Tree.of("m:MessageText", refusal.text()));
        children.add(Tree.of("m:ResponseCode", refusal.code()));
        children.add(Tree.of("m:DescriptiveLinkKey", "0"));
        if (!refusal.values().isEmpty()) {
            children.add(Tree.of("m:MessageXml", values(refusal.values())));
        }
        children.addAll(whenRefused);
        return Tree.of("m:" + messageName, children).with("ResponseClass", "Error");
    }

    /** Named values as {@code MessageXml} holds them. */
    static List<Tree> values(Map<String, String> values) {
        List<Tree> trees = new ArrayList<>();
        values.forEach((name, value) -> trees.add(Tree.of("t:Value", value).with("Name", name)));
        return trees;
    }

    /** The work on one part of a request. */
    interface Work {

        /**
         * Does it.
         *
         * @return what the message holds after the code
         * @throws Refusal if the part is refused
         */
        Tree[] payload() throws Refusal;
    }
}
