package org.dcos.ui.canvas.chart;

import java.util.ArrayList;
import java.util.List;

import org.dcos.ui.canvas.chart.ChartPicture.Point;
import org.dcos.ui.canvas.chart.ChartPicture.Series;

/** Points without a gap between them; gaps stay gaps because each run is a line of its own. */
record Run(int series, List<Point> points) {

    static List<Run> of(ChartPicture picture) {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < picture.series().size(); i++) {
            for (var points : split(picture.series().get(i))) {
                runs.add(new Run(i, points));
            }
        }
        return runs;
    }

    private static List<List<Point>> split(Series series) {
        var runs = new ArrayList<List<Point>>();
        var run = new ArrayList<Point>();
        long most = series.mostStep().toMillis();
        for (var point : series.points()) {
            boolean gap = Double.isNaN(point.value());
            boolean late = most > 0 && !run.isEmpty()
                    && point.at().toEpochMilli() - run.getLast().at().toEpochMilli() > most;
            if ((gap || late) && !run.isEmpty()) {
                runs.add(List.copyOf(run));
                run.clear();
            }
            if (!gap) {
                run.add(point);
            }
        }
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run));
        }
        return runs;
    }
}
