package org.dcos.ui.parts.wave;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.theme.Token;
import org.dcos.ui.canvas.wave.WavesCanvas;
import org.dcos.ui.canvas.wave.WavesPicture;
import org.dcos.ui.model.text.Texts;
import org.dcos.ui.model.wave.WaveRow;
import org.dcos.ui.model.wave.WaveSight;
import org.dcos.ui.parts.widget.Marks;
import org.dcos.ui.parts.widget.Native;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;

/** The picture of waves, which scrolls when there are many. */
final class WavesView {

    private final ScrolledComposite scroll;
    private final WavesCanvas canvas;
    private final Texts texts;

    WavesView(Composite parent, Texts texts, Consumer<Optional<UUID>> choose) {
        this.texts = texts;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        Native.colours(scroll, Token.PANEL);
        canvas = new WavesCanvas(scroll);
        scroll.setContent(canvas);
        canvas.onSelect(id -> choose.accept(id.map(UUID::fromString)));
        scroll.addListener(SWT.Resize, _ -> room());
    }

    ScrolledComposite control() {
        return scroll;
    }

    void show(WaveSight sight) {
        canvas.show(new WavesPicture(sight.summary(), sight.blocks().stream().map(block -> new WavesPicture.Block(
                block.title(), block.note(), Marks.of(block.mark()), block.share(),
                block.rows().stream().map(this::cell).toList())).toList()));
        room();
    }

    void select(UUID server) {
        canvas.select(server.toString());
    }

    private void room() {
        scroll.setMinHeight(canvas.computeSize(Math.max(1, scroll.getClientArea().width), SWT.DEFAULT).y);
    }

    private WavesPicture.Cell cell(WaveRow row) {
        List<Fact> facts = Stream.of(fact("waves.place", row.place()), fact("waves.state", row.state()),
                fact("waves.owner", row.owner()), fact("waves.hurt", row.hurt())).flatMap(Optional::stream).toList();
        return new WavesPicture.Cell(row.server().toString(), Marks.of(row.mark()),
                new Card(row.name(), Marks.of(row.mark()), row.message(), facts));
    }

    private Optional<Fact> fact(String key, String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(Fact.of(texts.get(key), value));
    }
}
