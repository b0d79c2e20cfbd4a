// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.sample;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.telegramnopool.client.Diagnosis;
import io.github.telegramnopool.client.TelegramDoctor;
import io.github.telegramnopool.simulator.PageSwitch;
import io.github.telegramnopool.simulator.SimulatedBot;
import io.github.telegramnopool.simulator.TelegramSimulator;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Tells the chat page how long the phases of a fresh connection take, by an examination
 * every other second while somebody wants to see it.
 */
@Component
@ConditionalOnBooleanProperty("telegram.simulator.enabled")
final class PhaseWatch implements PageSwitch, DisposableBean {

	private static final Duration PERIOD = Duration.ofSeconds(2);

	private static final List<String> CHOICES = List.of("off", "on");

	private final TelegramDoctor doctor;

	private final TelegramSimulator simulator;

	private @Nullable Disposable watch;

	PhaseWatch(TelegramDoctor doctor, TelegramSimulator simulator) {
		this.doctor = doctor;
		this.simulator = simulator;
		simulator.addSwitch(this);
	}

	@Override
	public String name() {
		return "phases";
	}

	@Override
	public List<String> choices() {
		return CHOICES;
	}

	@Override
	public synchronized String chosen() {
		return CHOICES.get((this.watch != null) ? 1 : 0);
	}

	@Override
	public synchronized void choose(String choice) {
		if (choice.equals("off")) {
			destroy();
		}
		else if (this.watch == null) {
			this.watch = Flux.interval(Duration.ZERO, PERIOD)
				.onBackpressureDrop()
				.concatMap((turn) -> this.doctor.examine(), 1)
				.subscribe(this::tell);
		}
	}

	@Override
	public synchronized void destroy() {
		if (this.watch != null) {
			this.watch.dispose();
			this.watch = null;
		}
	}

	private void tell(Diagnosis diagnosis) {
		Map<String, Duration> phases = new LinkedHashMap<>();
		diagnosis.times()
			.durations()
			.forEach((phase, duration) -> phases.put(phase.name().toLowerCase(Locale.ROOT), duration));
		bot().tellPhases(phases);
	}

	/**
	 * The bot of the connection details, which is the only one but for the twin.
	 */
	private SimulatedBot bot() {
		return this.simulator.bot(1_000_001);
	}

}
