package io.github.crosstie.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.graph.internal.operation.CalendarWindow;
import io.github.crosstie.graph.internal.operation.DeltaPage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where all strands of a folder are. They are read one after the other, each to the end of its lap, the oldest first.
 *
 * @param listing whether everything is being listed, or what changed since
 * @param at which strand is being read
 * @param strands the strands, one or more, the oldest first
 */
record StrandCursor(boolean listing, int at, List<Strand> strands) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    StrandCursor {
        strands = List.copyOf(strands);
        if (at < 0 || at >= strands.size()) {
            throw new IllegalArgumentException("strand " + at + " of " + strands.size());
        }
    }

    /** Everything, from the beginning. */
    static StrandCursor beginning(Strand strand) {
        return new StrandCursor(true, 0, List.of(strand));
    }

    Strand strand() {
        return strands.get(at);
    }

    /** Whether all has been told so far: only then other strands may take the place of these. */
    boolean isAtRest() {
        return !listing && at == 0 && strand().isAtRest();
    }

    StrandCursor with(List<Strand> others) {
        return new StrandCursor(listing, at, others);
    }

    StrandCursor restarted() {
        return replaced(strand().restarted());
    }

    private StrandCursor replaced(Strand strand) {
        List<Strand> changed = new ArrayList<>(strands);
        changed.set(at, strand);
        return with(changed);
    }

    /** Whether nothing follows a page. */
    boolean endsWith(DeltaPage page) {
        return page.last() && at == strands.size() - 1;
    }

    StrandCursor after(DeltaPage page) {
        StrandCursor read = replaced(strand().after(page));
        if (endsWith(page)) {
            return new StrandCursor(false, 0, read.strands);
        }
        return new StrandCursor(listing, page.last() ? at + 1 : at, read.strands);
    }

    Cursor toCursor() {
        ObjectNode text = JSON.createObjectNode();
        text.put("version", VERSION);
        text.put("listing", listing);
        text.put("at", at);
        ArrayNode lines = text.putArray("strands");
        for (Strand strand : strands) {
            ObjectNode line = lines.addObject();
            CalendarWindow window = strand.window();
            if (window != null) {
                line.put("from", window.from().toString());
                line.put("to", window.to().toString());
            }
            line.put("base", strand.base());
            if (!strand.isAtRest()) {
                line.put("link", strand.link());
            }
            line.put("laps", strand.laps());
            if (strand.restarts() > 0) {
                line.put("restarts", strand.restarts());
            }
        }
        return new Cursor(text.toString());
    }

    /** Of a text that {@link #toCursor} made. */
    static StrandCursor of(Cursor cursor) {
        try {
            JsonNode text = JSON.readTree(cursor.value());
            if (text.path("version").asInt() != VERSION) {
                throw unknown(null);
            }
            List<Strand> strands = new ArrayList<>();
            for (JsonNode line : text.path("strands")) {
                String base = line.path("base").asText();
                strands.add(new Strand(
                        window(line),
                        base,
                        line.path("link").asText(base),
                        line.path("laps").asInt(),
                        line.path("restarts").asInt()));
            }
            return new StrandCursor(
                    text.path("listing").asBoolean(), text.path("at").asInt(), strands);
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw unknown(e);
        }
    }

    private static @Nullable CalendarWindow window(JsonNode line) {
        return line.has("from")
                ? new CalendarWindow(
                        LocalDate.parse(line.path("from").asText()),
                        LocalDate.parse(line.path("to").asText()))
                : null;
    }

    private static CursorExpiredException unknown(@Nullable Throwable cause) {
        return new CursorExpiredException("the cursor is none that this connector makes; list everything again", cause);
    }
}
