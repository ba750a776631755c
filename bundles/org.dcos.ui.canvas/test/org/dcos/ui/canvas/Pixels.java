package org.dcos.ui.canvas;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.dcos.ui.canvas.theme.Rgb;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;

/** What was drawn, as pixels. */
public record Pixels(ImageData data) {

    public static Pixels of(Display display, int width, int height, Consumer<GC> painting) {
        var image = new Image(display, width, height);
        var gc = new GC(image);
        try {
            painting.accept(gc);
        } finally {
            gc.dispose();
        }
        try {
            return new Pixels(image.getImageData());
        } finally {
            image.dispose();
        }
    }

    /** For what is asked of the painting rather than of its pixels. */
    public static <T> T on(Display display, int width, int height, Function<GC, T> painting) {
        var image = new Image(display, width, height);
        var gc = new GC(image);
        try {
            return painting.apply(gc);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    public Rgb at(int x, int y) {
        var rgb = data.palette.getRGB(data.getPixel(x, y));
        return new Rgb(rgb.red, rgb.green, rgb.blue);
    }

    /** How many pixels have each colour. */
    public Map<Rgb, Integer> colours() {
        var counts = new HashMap<Rgb, Integer>();
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                counts.merge(at(x, y), 1, Integer::sum);
            }
        }
        return counts;
    }
}
