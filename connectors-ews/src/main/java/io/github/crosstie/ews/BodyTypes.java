package io.github.crosstie.ews;

import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.ItemReference;
import io.github.crosstie.ews.internal.operation.ItemShape;
import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.operation.Result;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which bodies are HTML: asked before one is overwritten, so that it stays what it was (S4). */
final class BodyTypes {

    private static final int BATCH = 20;
    private static final Set<Field<?>> BODIES = Set.of(ContactFields.NOTES, EventFields.BODY);
    private static final ItemShape SHAPE =
            ItemShape.of(ItemShape.BodyType.BEST, List.of(PropertyPath.field("item:Body")));

    private final Mailbox mailbox;

    BodyTypes(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Whether a change writes a body. */
    static boolean concerns(Map<Field<?>, @Nullable Object> changed) {
        return BODIES.stream().anyMatch(body -> changed.get(body) != null);
    }

    /**
     * Whether the bodies of some items are HTML, in their order; false for items that are not there. What nobody knows is
     * taken for HTML, which can hold a plain text as well.
     */
    List<Boolean> html(List<? extends ItemReference> items) {
        List<Boolean> html = new ArrayList<>();
        List<Result<Boolean>> results =
                items.isEmpty() ? List.of() : mailbox.getItem().get(items, SHAPE, BATCH, BodyTypes::isHtml);
        for (Result<Boolean> result : results) {
            html.add(
                    result instanceof Result.Done<Boolean> done
                            ? done.value()
                            : !Outcomes.isGone(((Result.Failed<Boolean>) result).trouble()));
        }
        return html;
    }

    boolean html(ItemReference item, Map<Field<?>, @Nullable Object> changed) {
        return concerns(changed) && html(List.of(item)).get(0);
    }

    boolean html(String id, Map<Field<?>, @Nullable Object> changed) {
        return html(ItemKey.of(id), changed);
    }

    private static boolean isHtml(XmlInput item) {
        List<String> types = new ArrayList<>(1);
        item.children(child -> {
            if (child.name().equals("Body")) {
                types.add(String.valueOf(child.attribute("BodyType")));
            }
        });
        return types.contains("HTML");
    }
}
