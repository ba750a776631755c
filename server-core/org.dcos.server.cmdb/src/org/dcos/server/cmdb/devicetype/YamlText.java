package org.dcos.server.cmdb.devicetype;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a YAML text into a tree of texts. No type of the text's choosing is made, nothing is resolved, and depth, size
 * and the number of aliases are bounded; an alias is the same node once more and costs nothing.
 */
final class YamlText {

    static final int MOST_CHARACTERS = 1 << 20;
    private static final int DEEPEST = 16;
    private static final int MOST_ALIASES = 100;
    private static final LoadSettings SETTINGS = LoadSettings.builder().setCodePointLimit(MOST_CHARACTERS)
            .setParseComments(false).build();

    private final Iterator<Event> events;
    private final Map<Anchor, YamlNode> anchors = new HashMap<>();
    private int aliases;

    private YamlText(String text) {
        events = new Parse(SETTINGS).parseString(text).iterator();
    }

    static YamlNode read(String text) throws YamlFault {
        if (text.length() > MOST_CHARACTERS) {
            throw new YamlFault(1, "The file has %d characters; at most %d are read."
                    .formatted(text.length(), MOST_CHARACTERS));
        }
        try {
            return new YamlText(text).document();
        } catch (MarkedYamlEngineException e) {
            throw new YamlFault(line(e.getProblemMark()), "This is no YAML: %s.".formatted(e.getProblem()));
        } catch (YamlEngineException | IndexOutOfBoundsException e) {
            throw new YamlFault(1, "This is no YAML: %s.".formatted(e.getMessage()));
        }
    }

    private YamlNode document() throws YamlFault {
        Event event = next();
        while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart) {
            event = next();
        }
        if (event.getEventId() == Event.ID.StreamEnd) {
            throw new YamlFault(1, "The file is empty.");
        }
        YamlNode node = node(event, 0);
        next(); // the end of the document
        Event end = next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw new YamlFault(line(end.getStartMark()),
                    "The file holds more than one document; put one type in a file.");
        }
        return node;
    }

    private Event next() throws YamlFault {
        if (!events.hasNext()) {
            throw new YamlFault(1, "The file ends too early.");
        }
        return events.next();
    }

    private YamlNode node(Event event, int depth) throws YamlFault {
        int line = line(event.getStartMark());
        if (depth > DEEPEST) {
            throw new YamlFault(line, "This is nested deeper than %d levels.".formatted(DEEPEST));
        }
        YamlNode node = switch (event.getEventId()) {
            case Alias -> alias((AliasEvent) event, line);
            case Scalar -> scalar((ScalarEvent) event, line);
            case SequenceStart -> sequence(line, depth);
            case MappingStart -> mapping(line, depth);
            case Comment, DocumentEnd, DocumentStart, MappingEnd, SequenceEnd, StreamEnd, StreamStart ->
                    throw new YamlFault(line, "Nothing stands where a value is expected.");
        };
        if (event instanceof NodeEvent anchored && event.getEventId() != Event.ID.Alias) {
            anchored.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        }
        return node;
    }

    private YamlNode alias(AliasEvent event, int line) throws YamlFault {
        if (++aliases > MOST_ALIASES) {
            throw new YamlFault(line, "The file has more than %d aliases.".formatted(MOST_ALIASES));
        }
        YamlNode meant = anchors.get(event.getAlias());
        if (meant == null) {
            throw new YamlFault(line, "Nothing before this has the anchor %s.".formatted(event.getAlias()));
        }
        return meant;
    }

    private static YamlNode scalar(ScalarEvent event, int line) {
        return new YamlNode.Scalar(event.getValue(), event.getScalarStyle() == ScalarStyle.PLAIN, line);
    }

    private YamlNode sequence(int line, int depth) throws YamlFault {
        List<YamlNode> items = new ArrayList<>();
        for (Event at = next(); at.getEventId() != Event.ID.SequenceEnd; at = next()) {
            items.add(node(at, depth + 1));
        }
        return new YamlNode.Sequence(items, line);
    }

    private YamlNode mapping(int line, int depth) throws YamlFault {
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (Event at = next(); at.getEventId() != Event.ID.MappingEnd; at = next()) {
            YamlNode key = node(at, depth + 1);
            YamlNode value = node(next(), depth + 1);
            if (!(key instanceof YamlNode.Scalar word)) {
                throw new YamlFault(key.line(), "A key has to be a word.");
            }
            entries.add(new YamlNode.Entry(word.text(), value, word.line()));
        }
        return new YamlNode.Mapping(entries, line);
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1).orElse(1);
    }
}
