/**
 * Series over time. {@link org.dcos.ui.canvas.chart.ChartPicture} is what is shown,
 * {@link org.dcos.ui.canvas.chart.ChartLayout} where (pure), {@link org.dcos.ui.canvas.chart.PlotImage} draws the
 * curves with JFreeChart off the UI thread, {@link org.dcos.ui.canvas.chart.SeriesChart} is the widget;
 * {@link org.dcos.ui.canvas.chart.Sparkline} fits into a row.
 */
package org.dcos.ui.canvas.chart;
