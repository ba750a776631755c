package org.dcos.ui.canvas.theme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The style sheet of the workbench, made from the tokens, in the dialect of the Eclipse CSS engine: white panels on
 * a grey ground, quiet tabs, nothing in the toolkit's grey. A product keeps what {@link #main} writes; a test keeps
 * it equal.
 */
public final class ThemeCss {

    /** {@code $token} stands for its colour. */
    private static final String SHEET = """
            /* Written by org.dcos.ui.canvas.theme.ThemeCss from the tokens: change them there. */

            Shell, Composite, ScrolledComposite, Canvas, CLabel, Label, Group, Sash, SashForm, Link, CoolBar, Spinner,
            ViewForm, PageBook, TabFolder, Form, ScrolledForm, Section, FormText, Button, Scale, ExpandableComposite,
            ProgressMonitorPart, FilteredTree, Composite > *, Composite > * > *, Group > StyledText {
                background-color: $panel;
                color: $text;
            }

            Shell, .MTrimmedWindow, .MTrimBar, .MPartSashContainer, .MPerspectiveStack, .MPerspective,
            .MPartSashContainer > Composite, #org-eclipse-ui-main-menu {
                background-color: $background;
                color: $text;
            }

            .MTrimmedWindow.topLevel {
                margin-top: 6px;
                margin-bottom: 0px;
                margin-left: 6px;
                margin-right: 6px;
            }

            .MTrimBar Composite, .MTrimBar ToolBar, .MTrimBar Label, .MTrimBar CLabel, .MTrimBar Canvas,
            .MTrimBar .Draggable, #PerspectiveSwitcher, #PerspectiveSwitcher ToolBar, #SearchField,
            #org-eclipse-ui-main-toolbar {
                background-color: $background;
                color: $text;
            }

            StatusLine, ImageBasedFrame, #org-eclipse-ui-StatusLine, #org-eclipse-ui-StatusLine > *,
            #org-eclipse-ui-StatusLine CLabel, #org-eclipse-ui-StatusLine Label, #org-eclipse-ui-ProgressBar,
            #org-eclipse-ui-ProgressBar Canvas, #org-eclipse-ui-trim-status, #org-eclipse-ui-trim-status > * {
                background-color: $background;
                color: $muted;
            }

            .MPartStack, CTabFolder {
                swt-tab-renderer: url('bundleclass://org.dcos.ui.canvas/org.dcos.ui.canvas.control.PanelTabs');
                swt-tab-height: 32px;
                swt-simple: true;
                swt-maximize-visible: false;
                swt-minimize-visible: false;
                swt-unselected-close-visible: false;
                swt-selected-image-visible: false;
                swt-unselected-image-visible: false;
                background-color: $background;
                color: $text;
            }

            CTabItem, CTabItem CLabel {
                background-color: $panel;
                color: $muted;
            }

            CTabItem:selected, CTabItem:selected CLabel {
                color: $text;
            }

            .MPart, .MPart Composite, .MPart Composite > *, .MPart Label, .MPart CLabel, .MPart Link, .MPart Button,
            .MPart Group, .MPart Sash, .MPart SashForm, .MPart ToolBar, .MPart Canvas, .MPart ScrolledComposite,
            CTabFolder > Composite, CTabFolder > ToolBar, CTabFolder > Composite#ToolbarComposite {
                background-color: $panel;
                color: $text;
            }

            ToolBar {
                background-color: inherit;
                color: $text;
            }

            Tree, Table, List, RegistryFilteredTree, .MPart Tree, .MPart Table, .MPart List, Shell Tree, Shell Table,
            Shell List {
                background-color: $panel;
                color: $text;
                swt-header-color: $muted;
                swt-header-background-color: $panel;
                swt-lines-visible: false;
            }

            Text, Combo, CCombo, StyledText, Spinner, DateTime, Composite > StyledText, .MPart Text, .MPart Combo,
            .MPart StyledText {
                background-color: $panel;
                color: $text;
            }

            Text[style~='SWT.READ_ONLY'], .MPart Text[style~='SWT.READ_ONLY'] {
                background-color: $panel;
                color: $muted;
            }

            SearchBox StyledText {
                background-color: $background;
                color: $text;
            }

            Button:disabled, Label:disabled, Link:disabled {
                color: $stale;
            }

            Link {
                swt-link-foreground-color: $accent;
            }

            Hyperlink, ImageHyperlink {
                background-color: inherit;
                color: $accent;
            }

            Form, Section {
                text-background-color: $panel;
                background-color-titlebar: $panel;
                background-color-gradient-titlebar: $panel;
                border-color-titlebar: $panel;
                swt-titlebar-color: $text;
            }

            ProgressIndicator {
                background-color: $line;
                color: $accent;
            }

            NatTable, .MPart NatTable {
                background-color: $panel;
                color: $text;
                cell-background-color: $panel;
                cell-color: $text;
                grid-line-color: $line;
            }
            """;

    public static String of(Palette palette) {
        String sheet = SHEET;
        for (var token : Token.values()) {
            sheet = sheet.replaceAll("\\$" + token.name().toLowerCase(Locale.ROOT) + "\\b", palette.of(token).hex());
        }
        return sheet;
    }

    /** @param args the folder to write {@code light.css} and {@code dark.css} to */
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        Files.createDirectories(folder);
        for (var theme : Theme.values()) {
            Files.writeString(folder.resolve(theme.name().toLowerCase(Locale.ROOT) + ".css"), of(theme.palette()));
        }
    }

    private ThemeCss() {}
}
