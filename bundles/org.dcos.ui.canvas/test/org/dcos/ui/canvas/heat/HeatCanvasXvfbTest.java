package org.dcos.ui.canvas.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.dcos.ui.canvas.CpuTime;
import org.dcos.ui.canvas.TestDisplay;
import org.dcos.ui.canvas.heat.HeatPicture.Cell;
import org.dcos.ui.canvas.heat.HeatPicture.Power;
import org.dcos.ui.canvas.heat.HeatPicture.Rack;
import org.dcos.ui.canvas.heat.HeatPicture.Row;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.picture.Step;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("xvfb")
class HeatCanvasXvfbTest {

    private static final double MOST_MILLIS = 60;

    private static HeatPicture picture(int rows, int racks, int servers) {
        var random = new Random(7);
        var all = new ArrayList<Row>();
        int number = 0;
        for (int r = 0; r < rows; r++) {
            var line = new ArrayList<Rack>();
            for (int k = 0; k < racks; k++) {
                var cells = new ArrayList<Cell>();
                for (int i = 0; i < servers; i++) {
                    int dice = random.nextInt(100);
                    var mark = dice < 1 ? Mark.CRITICAL : dice < 3 ? Mark.WARNING : dice < 4 ? Mark.STALE
                            : dice < 8 ? Mark.OFF : Mark.OK;
                    cells.add(new Cell("s" + number, "srv-" + number, 1 + 2.0 * i, 2, mark,
                            mark == Mark.OFF ? Power.OFF : Power.ON, mark == Mark.STALE, 20 + random.nextInt(20),
                            200 + random.nextInt(400), random.nextInt(10)));
                    number++;
                }
                line.add(new Rack("A%02d".formatted(k + 1), 42, false, cells));
            }
            all.add(new Row("Room 201 · " + (char) ('A' + r), line));
        }
        return new HeatPicture(all);
    }

    @Test
    void aCellIsFoundWhereItIsAndCursorKeysWalkFromRackToRack() {
        var layout = HeatLayout.of(picture(1, 3, 5), 800, 500);
        var box = layout.find("s6").orElseThrow().box();

        assertThat(layout.at(box.centreX(), box.centreY())).contains("s6");
        assertThat(layout.step("s6", Step.UP)).contains("s7");
        assertThat(layout.step("s6", Step.RIGHT)).contains("s11");
        assertThat(layout.step("s6", Step.LEFT)).contains("s1");
    }

    @Test
    void rowsStandSideBySideWhenThatFillsTheWindow() {
        var layout = HeatLayout.of(picture(3, 4, 14), 780, 430);

        assertThat(layout.titles()).extracting(title -> title.box().y()).containsOnly(layout.titles().getFirst().box()
                .y());
        assertThat(layout.width() / (double) layout.height()).isCloseTo(780 / 430.0, within(0.2));
        assertThat(layout.racks()).extracting(rack -> rack.rack().name()).startsWith("A01", "A02", "A03", "A04");
    }

    @Test
    void aFewRacksAreWideAndOneIsNotStretchedWithoutEnd() {
        assertThat(HeatLayout.of(picture(1, 4, 14), 780, 430).racks().getFirst().frame().width())
                .isGreaterThan(2 * HeatLayout.RACK);
        assertThat(HeatLayout.of(picture(1, 1, 14), 1900, 430).racks().getFirst().frame().width())
                .isEqualTo(HeatLayout.WIDEST_RACK);
    }

    @Test
    void aRowLongerThanTheWindowIsBroken() {
        var layout = HeatLayout.of(picture(1, 40, 14), 800, 500);

        assertThat(layout.racks().stream().map(rack -> rack.name().y()).distinct().count()).isGreaterThan(1);
        assertThat(layout.titles()).hasSize(1);
    }

    @Test
    void aValueThatIsTooOldHasNoColourOfItsOwn() {
        var cell = new Cell("a", "a", 1, 1, Mark.STALE, Power.ON, true, 44, 300, 8);

        assertThat(HeatScaling.of(HeatBy.INLET, HeatPicture.EMPTY).share(cell)).isNaN();
        assertThat(HeatScaling.of(HeatBy.AGE, HeatPicture.EMPTY).share(cell)).isEqualTo(0.8);
    }

    @Test
    void powerIsComparedPerUnit() {
        var scale = HeatScaling.of(HeatBy.DRAW, picture(1, 1, 10));

        assertThat(scale.most()).isEqualTo(300);
    }

    @Test
    void tenThousandCellsArePaintedInAFrame() {
        var display = TestDisplay.get();
        var shell = new Shell(display, SWT.NO_TRIM);
        var canvas = new HeatCanvas(shell);
        shell.setSize(1600, 900);
        canvas.setSize(1600, 900);
        canvas.setPicture(picture(24, 20, 21));
        var image = new Image(display, 1600, 900);
        var gc = new GC(image);
        try {
            for (var by : HeatBy.values()) {
                canvas.setColourBy(by);
                double millis = CpuTime.millis(8,
                        () -> canvas.paint(gc, new org.dcos.ui.canvas.geometry.Box(0, 0, 1600, 900)));
                assertThat(millis).as("milliseconds a frame by %s", by).isLessThan(MOST_MILLIS);
            }
        } finally {
            gc.dispose();
            image.dispose();
            shell.dispose();
        }
    }

    @Test
    void nothingOfAnUnknownServerIsSelected() {
        var shell = new Shell(TestDisplay.get(), SWT.NO_TRIM);
        try {
            var canvas = new HeatCanvas(shell);
            canvas.setSize(800, 500);
            canvas.setPicture(picture(1, 2, 3));
            canvas.select("s1");
            assertThat(canvas.selected()).contains("s1");

            canvas.setPicture(new HeatPicture(List.of()));
            assertThat(canvas.selected()).isEmpty();
        } finally {
            shell.dispose();
        }
    }
}
