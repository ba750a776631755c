package org.dcos.ui.model.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.ui.model.Samples.NOW;
import static org.dcos.ui.model.Samples.WEB;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Function;

import org.dcos.domain.serial.SerialConsole;
import org.dcos.domain.serial.SerialConsoles;
import org.dcos.domain.serial.SerialOutput;
import org.dcos.ui.model.Ask;
import org.dcos.ui.model.Settled;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SerialModelTest {

    private final Settled world = new Settled();
    private final StringBuilder shown = new StringBuilder();
    private final List<String> typed = new ArrayList<>();
    private final Queue<String> pieces = new ArrayDeque<>();
    private final Map<String, Function<Object[], Object>> answers = new HashMap<>();
    private Optional<String> writer = Optional.of("li.wei");
    private long from;
    private SerialModel model;

    private SerialConsole console(boolean over) {
        return new SerialConsole(new UUID(30, 1), WEB.id(), WEB.name(), NOW, "li.wei", writer,
                over ? Optional.of("li.wei closed it.") : Optional.empty(), from);
    }

    @BeforeEach
    void open() {
        answers.put("open", _ -> console(false));
        answers.put("output", arguments -> {
            String piece = Optional.ofNullable(pieces.poll()).orElse("");
            long at = (long) arguments[1];
            from = at + piece.length();
            return new SerialOutput(console(pieces.isEmpty()), at, piece.getBytes(StandardCharsets.US_ASCII));
        });
        answers.put("write", arguments -> {
            typed.add(new String((byte[]) arguments[1], StandardCharsets.US_ASCII));
            return null;
        });
        world.server.services.put("serialConsoles", Ask.of(SerialConsoles.class, answers));
        world.connect();
        model = new SerialModel(world.estates, Texts.load(Locale.ENGLISH),
                bytes -> shown.append(new String(bytes, StandardCharsets.US_ASCII)));
    }

    @Test
    void whatTheServerWritesIsShownAndRecordedUntilItEnds() {
        var file = new ByteArrayOutputStream();
        pieces.addAll(List.of("login: ", "root"));
        model.record(file);
        model.open(WEB.id(), WEB.name(), false);
        world.settle();

        assertThat(shown).hasToString("login: root");
        assertThat(file.toString(StandardCharsets.US_ASCII)).isEqualTo("login: root");
        assertThat(model.sight().getValue().open()).isFalse();
        assertThat(model.sight().getValue().note()).contains("li.wei closed it.");
    }

    @Test
    void whatIsTypedIsSentInItsOrderAsLongAsOneHasThePen() {
        answers.put("output", arguments -> {
            if (typed.isEmpty()) {
                model.type(new byte[] {'l'});
                model.type(new byte[] {'s'});
            }
            return new SerialOutput(console(typed.size() == 2), (long) arguments[1], new byte[0]);
        });
        model.open(WEB.id(), WEB.name(), false);
        world.settle();

        assertThat(typed).containsExactly("l", "s");
    }

    @Test
    void whoOnlyWatchesDoesNotWrite() {
        writer = Optional.of("wang.fang");
        answers.put("output", arguments -> {
            model.type(new byte[] {'x'});
            return new SerialOutput(console(true), (long) arguments[1], new byte[0]);
        });
        model.open(WEB.id(), WEB.name(), false);
        world.settle();

        assertThat(typed).isEmpty();
    }
}
