package io.github.crosstie.graph;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.graph.internal.operation.TranslateIds;
import io.github.crosstie.graph.internal.wire.GraphChannels;
import io.github.crosstie.graph.internal.wire.GraphTrouble;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.move.IdTranslator;
import io.github.crosstie.move.Translation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says which id an item that Exchange Web Services know has over Graph, and the other way round (S22). The mailbox
 * must be the same one: items that were copied from another server have other ids. Thread-safe; calls out.
 */
final class GraphIdTranslator implements IdTranslator {

    private static final int FORBIDDEN = 403;

    private final GraphChannels channels;
    private final TranslateIds.Kind from;
    private final TranslateIds.Kind to;

    private GraphIdTranslator(GraphChannels channels, TranslateIds.Kind from, TranslateIds.Kind to) {
        this.channels = channels;
        this.from = from;
        this.to = to;
    }

    static GraphIdTranslator fromExchange(GraphChannels channels) {
        return new GraphIdTranslator(channels, TranslateIds.Kind.EWS, TranslateIds.Kind.IMMUTABLE);
    }

    @Override
    public int batch() {
        return TranslateIds.MOST;
    }

    @Override
    public List<Translation> translate(Owner mailbox, List<ItemId> ids) {
        try {
            Map<String, String> translated = new TranslateIds(channels.channel(mailbox))
                    .translate(ids.stream().map(ItemId::value).toList(), from, to);
            return ids.stream().map(id -> translation(id, translated)).toList();
        } catch (UnauthorizedException | AccessBlockedException refused) {
            if (!isForbidden(refused)) {
                throw refused;
            }
            // Translating needs a right of its own, and some clouds have no translation: other signs lead to the
            // records.
            return ids.stream()
                    .<Translation>map(id -> new Translation.Untranslatable(
                            id, "the server does not translate ids for this application: " + refused.getMessage()))
                    .toList();
        }
    }

    /** A token that is not accepted says nothing of what one with all rights may do. */
    private static boolean isForbidden(CrosstieException refusal) {
        return GraphTrouble.of(refusal)
                .filter(trouble -> trouble.status() == FORBIDDEN)
                .isPresent();
    }

    private static Translation translation(ItemId id, Map<String, String> translated) {
        String counterpart = translated.get(id.value());
        return counterpart == null
                ? new Translation.Untranslatable(id, "the server does not know the id, or not as one of this mailbox")
                : new Translation.Translated(id, new ItemId(counterpart));
    }

    @Override
    public Optional<IdTranslator> reversed() {
        return Optional.of(new GraphIdTranslator(channels, to, from));
    }
}
