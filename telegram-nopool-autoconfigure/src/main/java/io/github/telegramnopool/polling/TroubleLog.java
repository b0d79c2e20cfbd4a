// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.polling;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Tells the operator of one sort of trouble: when it begins, how it goes every quarter of
 * an hour, and when it ends.
 * <p>
 * What comes again within a quarter of an hour is the same trouble to him. So a path that
 * fails and heals every few seconds makes no more lines than one that is dead.
 */
final class TroubleLog {

	private static final Duration CALM = Duration.ofMinutes(15);

	/**
	 * For how long Telegram keeps an update that nobody asks for.
	 */
	private static final Duration KEPT = Duration.ofHours(24);

	private final String bot;

	private final Wording wording;

	private final Logbook book;

	private final PollerTime time;

	private final Set<Object> sortsTold = new HashSet<>();

	/**
	 * When the trouble began, all spells of it taken together.
	 */
	private @Nullable Duration began;

	/**
	 * When the present spell began, if it is not over.
	 */
	private @Nullable Duration spellBegan;

	private Duration ended = Duration.ZERO;

	private Duration longest = Duration.ZERO;

	private Duration total = Duration.ZERO;

	/**
	 * How often the trouble was noticed.
	 */
	private int noticed;

	private int spells;

	private int spellsTold;

	/**
	 * Whether the operator has been told of a spell and not yet of its end.
	 */
	private boolean endOwed;

	TroubleLog(String bot, Wording wording, Logbook book, PollerTime time) {
		this.bot = bot;
		this.wording = wording;
		this.book = book;
		this.time = time;
	}

	/**
	 * Note that there is trouble, as often as it is noticed.
	 * @param urgent whether somebody should look at it
	 * @param sort what to tell at once when it is first met, or {@code null} if it can
	 * wait for the next report
	 * @param reason what is the matter
	 */
	void troubled(boolean urgent, @Nullable Object sort, String reason) {
		Duration now = this.time.now();
		if (this.began == null) {
			this.began = now;
		}
		if (this.spellBegan == null) {
			this.spellBegan = now;
			this.spells++;
		}
		this.noticed++;
		boolean news = this.spellsTold == 0 || (sort != null && !this.sortsTold.contains(sort));
		if (news) {
			begins(urgent, sort, reason);
		}
		else if (this.book.isReportDue() && this.book.info(line(report(now)) + count() + ", last: " + reason)) {
			this.spellsTold = this.spells;
			this.endOwed |= now.minus(this.spellBegan).compareTo(CALM) >= 0;
		}
	}

	private void begins(boolean urgent, @Nullable Object sort, String reason) {
		String line = line(this.wording.begins()) + ": " + reason;
		if (urgent ? this.book.warn(line) : this.book.info(line)) {
			this.spellsTold = this.spells;
			this.endOwed = true;
			if (sort != null) {
				this.sortsTold.add(sort);
			}
		}
	}

	private String report(Duration now) {
		if (this.spells == 1 && this.spellBegan != null) {
			return "still " + this.wording.lasts() + " after " + inWords(now.minus(this.spellBegan));
		}
		Duration total = (this.spellBegan != null) ? this.total.plus(now.minus(this.spellBegan)) : this.total;
		return this.wording.lasts() + " again and again, " + summary(now, total);
	}

	private String count() {
		return (this.wording.counted() != null) ? ", %d %s".formatted(this.noticed, this.wording.counted()) : "";
	}

	private String summary(Duration until, Duration total) {
		Duration began = (this.began != null) ? this.began : until;
		return "%d times within %s, for %s in all".formatted(this.spells, inWords(until.minus(began)), inWords(total));
	}

	/**
	 * Note that all is well, as often as it is noticed.
	 */
	void well() {
		if (this.began == null) {
			return;
		}
		Duration now = this.time.now();
		if (this.spellBegan != null) {
			Duration spell = now.minus(this.spellBegan);
			this.total = this.total.plus(spell);
			this.longest = (spell.compareTo(this.longest) > 0) ? spell : this.longest;
			this.ended = now;
			this.spellBegan = null;
		}
		boolean calm = now.minus(this.ended).compareTo(CALM) >= 0;
		if (this.endOwed) {
			this.endOwed = !ends(now);
		}
		else if (calm && this.spells > this.spellsTold) {
			boolean told = this.book.info(line(this.wording.ends()) + ": " + summary(this.ended, this.total));
			this.spellsTold = told ? this.spells : this.spellsTold;
		}
		if (calm && !this.endOwed && this.spells == this.spellsTold) {
			forget();
		}
	}

	private boolean ends(Duration now) {
		String line = (this.spells == 1) ? line(this.wording.ends()) + " after " + inWords(this.total) + count()
				: line(this.wording.ends()) + " after " + summary(now, this.total);
		boolean told = (this.longest.compareTo(KEPT) > 0)
				? this.book.warn(line + ". Telegram keeps updates for 24 hours, so older ones are lost")
				: this.book.info(line);
		this.spellsTold = told ? this.spells : this.spellsTold;
		return told;
	}

	private void forget() {
		this.began = null;
		this.longest = Duration.ZERO;
		this.total = Duration.ZERO;
		this.noticed = 0;
		this.spells = 0;
		this.spellsTold = 0;
		this.sortsTold.clear();
	}

	private String line(String text) {
		return "Telegram bot '%s' %s".formatted(this.bot, text);
	}

	static String inWords(Duration duration) {
		if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
			return duration.toSeconds() + " s";
		}
		if (duration.compareTo(Duration.ofHours(2)) < 0) {
			return duration.toMinutes() + " min";
		}
		return duration.toHours() + " h " + duration.toMinutesPart() + " min";
	}

	/**
	 * How the trouble is called.
	 *
	 * @param begins what the bot does when it begins
	 * @param lasts what the bot does while it lasts
	 * @param ends what the bot does when it ends
	 * @param counted what is counted, or {@code null} if that tells nothing
	 */
	record Wording(String begins, String lasts, String ends, @Nullable String counted) {

	}

}
