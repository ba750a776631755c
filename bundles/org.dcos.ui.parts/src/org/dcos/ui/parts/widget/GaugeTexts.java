package org.dcos.ui.parts.widget;

import java.util.List;

import org.dcos.ui.canvas.control.Gauge;
import org.dcos.ui.model.capacity.GaugeSight;

/** From how full something is to how that is drawn. */
public final class GaugeTexts {

    private GaugeTexts() {}

    public static List<Gauge> of(List<GaugeSight> sights) {
        return sights.stream().map(sight -> new Gauge(sight.label(), sight.text(), sight.note(), sight.share(),
                Marks.of(sight.mark()))).toList();
    }
}
