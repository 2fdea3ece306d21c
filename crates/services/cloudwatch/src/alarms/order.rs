//! Which composite alarms can be decided. Pure.

/// For each composite alarm whether its rule comes to metric alarms in the end, by the other composite ones that each asks. Who
/// is in a circle, or asks somebody in one, cannot be decided (API reference of PutCompositeAlarm: evaluation stops there).
pub(crate) fn decidable(asks: &[Vec<usize>]) -> Vec<bool> {
    let mut asked_by = vec![Vec::new(); asks.len()];
    for (who, others) in asks.iter().enumerate() {
        for other in others {
            asked_by[*other].push(who);
        }
    }
    let mut open: Vec<usize> = asks.iter().map(Vec::len).collect();
    let mut decided: Vec<usize> = (0..asks.len()).filter(|who| open[*who] == 0).collect();
    let mut can = vec![false; asks.len()];
    while let Some(one) = decided.pop() {
        can[one] = true;
        for who in &asked_by[one] {
            open[*who] -= 1;
            if open[*who] == 0 {
                decided.push(*who);
            }
        }
    }
    can
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_comes_to_a_circle_is_not_decided() {
        let of =
            |asks: &[&[usize]]| decidable(&asks.iter().map(|others| others.to_vec()).collect::<Vec<_>>());
        assert_eq!(of(&[]), [] as [bool; 0]);
        assert_eq!(of(&[&[]]), [true]);
        assert_eq!(of(&[&[1, 2], &[2], &[]]), [true, true, true], "not all in a row are a circle");
        assert_eq!(of(&[&[1, 1], &[]]), [true, true], "named twice");
        assert_eq!(of(&[&[0]]), [false]);
        assert_eq!(of(&[&[1], &[0], &[]]), [false, false, true]);
        assert_eq!(of(&[&[1], &[2], &[1], &[]]), [false, false, false, true], "who asks a circle");
        // A long row takes no stack.
        let row: Vec<Vec<usize>> = (0..5_000).map(|at| if at == 0 { vec![] } else { vec![at - 1] }).collect();
        assert!(decidable(&row).into_iter().all(|can| can));
    }
}
