package org.dcos.ui.canvas.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dcos.ui.canvas.CpuTime;
import org.dcos.ui.canvas.TestDisplay;
import org.dcos.ui.canvas.geometry.Box;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.canvas.picture.Step;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("xvfb")
class SensorBoardXvfbTest {

    private static final double MOST_MILLIS = 40;

    private static SensorPicture picture(int groups, int sensors) {
        var all = new ArrayList<SensorPicture.Group>();
        for (int g = 0; g < groups; g++) {
            var rows = new ArrayList<SensorPicture.Row>();
            for (int i = 0; i < sensors; i++) {
                boolean discrete = i % 5 == 4;
                rows.add(new SensorPicture.Row(g + "." + i, "Sensor " + i, i % 7 == 3 ? Mark.WARNING : Mark.OK,
                        discrete ? "" : i + " °C", "normal", "20 s", false, discrete ? Optional.empty()
                                : Optional.of(SensorScale.of(OptionalDouble.of(i), SensorScale.Limits.NONE, sensors)),
                        discrete ? List.of("Drive present", "Predictive failure") : List.of()));
            }
            all.add(new SensorPicture.Group("Group " + g, sensors + "", rows));
        }
        return new SensorPicture("Sensors", "None", all);
    }

    @Test
    void nothingOverlapsInANarrowPageNorInAWideOne() {
        for (int width : new int[] {300, 407, 639, 640, 1200}) {
            var layout = SensorLayout.of(picture(2, 4), width);
            for (var placed : layout.rows()) {
                assertThat(placed.name().right()).isLessThanOrEqualTo(placed.value().x());
                assertThat(placed.value().right()).isLessThanOrEqualTo(width);
                assertThat(placed.bar().width()).isPositive();
                assertThat(placed.bar().intersects(placed.name())).isFalse();
                assertThat(placed.bar().intersects(placed.state())).isFalse();
                assertThat(placed.bar().intersects(placed.value())).isFalse();
                assertThat(placed.age().right()).isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void cursorKeysWalkOverTheTitlesOfGroups() {
        var layout = SensorLayout.of(picture(2, 3), 400);

        assertThat(layout.step("0.2", Step.DOWN)).contains("1.0");
        assertThat(layout.step("1.0", Step.UP)).contains("0.2");
        assertThat(layout.step("", Step.DOWN)).contains("0.0");
        assertThat(layout.step("1.2", Step.DOWN)).isEmpty();
        assertThat(layout.step("1.2", Step.HOME)).contains("0.0");
    }

    @Test
    void aSensorIsFoundWhereItIs() {
        var layout = SensorLayout.of(picture(2, 3), 400);
        var box = layout.find("1.1").orElseThrow().box();

        assertThat(layout.at(box.centreX(), box.centreY()).orElseThrow().row().id()).isEqualTo("1.1");
        assertThat(layout.at(10, layout.heads().getLast().box().centreY())).isEmpty();
    }

    @Test
    void threeHundredSensorsArePaintedInAFrame() {
        var display = TestDisplay.get();
        var shell = new Shell(display, SWT.NO_TRIM);
        var board = new SensorBoard(shell);
        board.setSize(420, 14_000);
        board.show(picture(6, 50));
        var image = new Image(display, 420, 14_000);
        var gc = new GC(image);
        try {
            double millis = CpuTime.millis(8, () -> board.paint(gc, new Box(0, 0, 420, 14_000)));

            assertThat(millis).as("milliseconds a frame").isLessThan(MOST_MILLIS);
        } finally {
            gc.dispose();
            image.dispose();
            shell.dispose();
        }
    }
}
