package org.dcos.ui.canvas.theme;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.widgets.Display;

/**
 * Which family text is set in: the system's UI font where there is one, else Inter or another that is made for screens.
 * Chinese comes from the system's fall-back for that family (Noto Sans CJK SC on Linux).
 *
 * @param family   for normal text
 * @param semibold a family whose normal weight is semibold; empty where only bold exists
 * @param chinese  a family for Chinese characters, where the platform takes a list
 */
public record Typeface(String family, Optional<String> semibold, Optional<String> chinese) {

    /** Names that stand for "whatever there is": the system was given no font of its own. */
    private static final List<String> GENERIC = List.of("sans", "sans-serif", "system-ui", "dejavu sans", "fixed");
    private static final List<String> PREFERRED = List.of("Inter", "Cantarell", "Ubuntu", "Noto Sans", "Open Sans",
            "Noto Sans CJK SC");
    private static final List<String> CHINESE = List.of("Noto Sans CJK SC", "Source Han Sans SC",
            "WenQuanYi Micro Hei");
    private static final List<String> FIXED = List.of("DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono",
            "Ubuntu Mono");
    private static final List<String> FIXED_CHINESE = List.of("Noto Sans Mono CJK SC", "WenQuanYi Micro Hei Mono");
    private static final double POINTS_PER_PIXEL = 72.0 / 96.0;

    public static Typeface of(Display display) {
        String system = display.getSystemFont().getFontData()[0].getName();
        boolean named = !GENERIC.contains(system.toLowerCase(Locale.ROOT)) && installed(display, system);
        String family = named ? system
                : PREFERRED.stream().filter(name -> installed(display, name)).findFirst().orElse(system);
        var semibold = Stream.of(family + " Semi Bold", family + " SemiBold", family + " Semibold")
                .filter(name -> installed(display, name)).findFirst();
        return new Typeface(family, semibold, chinese(display));
    }

    /** Pango takes a list of families; without it, the locale decides, and Chinese may come in Japanese shapes. */
    private static Optional<String> chinese(Display display) {
        return "gtk".equals(SWT.getPlatform())
                ? CHINESE.stream().filter(name -> installed(display, name)).findFirst()
                : Optional.empty();
    }

    /** Sizes with a fraction: {@link FontData} takes them only in its string form. */
    FontData data(TextStyle style) {
        double height = style.pixels() * ("cocoa".equals(SWT.getPlatform()) ? 1 : POINTS_PER_PIXEL);
        String name = style.semibold() ? semibold.orElse(family) : family;
        int weight = style.semibold() && semibold.isEmpty() ? SWT.BOLD : SWT.NORMAL;
        return new FontData(
                "1|%s|%s|%d|".formatted(chinese.map(other -> name + "," + other).orElse(name), height, weight));
    }

    /** Where every character is as wide as the next, Chinese ones twice: for terminals. */
    public static FontData fixed(Display display, double pixels) {
        String family = switch (SWT.getPlatform()) {
            case "win32" -> installed(display, "Cascadia Mono") ? "Cascadia Mono" : "Consolas";
            case "cocoa" -> "Menlo";
            default -> Stream.of(FIXED.stream(), FIXED_CHINESE.stream()).map(names -> names.filter(
                    name -> installed(display, name)).findFirst()).flatMap(Optional::stream)
                    .collect(Collectors.collectingAndThen(Collectors.joining(","),
                            names -> names.isEmpty() ? "monospace" : names));
        };
        return new FontData("1|%s|%s|%d|".formatted(family,
                pixels * ("cocoa".equals(SWT.getPlatform()) ? 1 : POINTS_PER_PIXEL), SWT.NORMAL));
    }

    private static boolean installed(Display display, String name) {
        return display.getFontList(name, true).length > 0;
    }
}
