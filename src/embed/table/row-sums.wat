;; Sums of rows of 32-bit floats, in the order in which onnxruntime 1.14 adds them up: in groups of four, then two,
;; then one. Rows are $stride bytes long, a multiple of 16.
(module
  (memory (export "memory") 1)
  ;; Adds the $count rows whose numbers begin at $slots to the sum at $out; $first is 1 if there is no sum yet.
  ;; Rows begin at $rows. All calls for one sum but the last have a $count that is a multiple of four.
  (func (export "sum")
    (param $slots i32) (param $count i32) (param $rows i32) (param $stride i32) (param $out i32) (param $first i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $o i32) (local $end i32)
    (local $v v128)
    (local.set $end (i32.add (local.get $out) (local.get $stride)))
    (block $noMoreFours
      (loop $fours
        (br_if $noMoreFours (i32.lt_u (local.get $count) (i32.const 4)))
        (local.set $a (i32.add (local.get $rows) (i32.mul (i32.load (local.get $slots)) (local.get $stride))))
        (local.set $b (i32.add (local.get $rows) (i32.mul (i32.load offset=4 (local.get $slots)) (local.get $stride))))
        (local.set $c (i32.add (local.get $rows) (i32.mul (i32.load offset=8 (local.get $slots)) (local.get $stride))))
        (local.set $d (i32.add (local.get $rows) (i32.mul (i32.load offset=12 (local.get $slots)) (local.get $stride))))
        (local.set $o (local.get $out))
        (loop $lanes
          (local.set $v (f32x4.add (f32x4.add (f32x4.add
            (v128.load (local.get $a)) (v128.load (local.get $b))) (v128.load (local.get $c))) (v128.load (local.get $d))))
          (if (i32.eqz (local.get $first))
            (then (local.set $v (f32x4.add (v128.load (local.get $o)) (local.get $v)))))
          (v128.store (local.get $o) (local.get $v))
          (local.set $a (i32.add (local.get $a) (i32.const 16)))
          (local.set $b (i32.add (local.get $b) (i32.const 16)))
          (local.set $c (i32.add (local.get $c) (i32.const 16)))
          (local.set $d (i32.add (local.get $d) (i32.const 16)))
          (local.set $o (i32.add (local.get $o) (i32.const 16)))
          (br_if $lanes (i32.lt_u (local.get $o) (local.get $end))))
        (local.set $first (i32.const 0))
        (local.set $slots (i32.add (local.get $slots) (i32.const 16)))
        (local.set $count (i32.sub (local.get $count) (i32.const 4)))
        (br $fours)))
    (if (i32.ge_u (local.get $count) (i32.const 2))
      (then
        (local.set $a (i32.add (local.get $rows) (i32.mul (i32.load (local.get $slots)) (local.get $stride))))
        (local.set $b (i32.add (local.get $rows) (i32.mul (i32.load offset=4 (local.get $slots)) (local.get $stride))))
        (local.set $o (local.get $out))
        (loop $lanes
          (local.set $v (f32x4.add (v128.load (local.get $a)) (v128.load (local.get $b))))
          (if (i32.eqz (local.get $first))
            (then (local.set $v (f32x4.add (v128.load (local.get $o)) (local.get $v)))))
          (v128.store (local.get $o) (local.get $v))
          (local.set $a (i32.add (local.get $a) (i32.const 16)))
          (local.set $b (i32.add (local.get $b) (i32.const 16)))
          (local.set $o (i32.add (local.get $o) (i32.const 16)))
          (br_if $lanes (i32.lt_u (local.get $o) (local.get $end))))
        (local.set $first (i32.const 0))
        (local.set $slots (i32.add (local.get $slots) (i32.const 8)))
        (local.set $count (i32.sub (local.get $count) (i32.const 2)))))
    (if (local.get $count)
      (then
        (local.set $a (i32.add (local.get $rows) (i32.mul (i32.load (local.get $slots)) (local.get $stride))))
        (local.set $o (local.get $out))
        (loop $lanes
          (local.set $v (v128.load (local.get $a)))
          (if (i32.eqz (local.get $first))
            (then (local.set $v (f32x4.add (v128.load (local.get $o)) (local.get $v)))))
          (v128.store (local.get $o) (local.get $v))
          (local.set $a (i32.add (local.get $a) (i32.const 16)))
          (local.set $o (i32.add (local.get $o) (i32.const 16)))
          (br_if $lanes (i32.lt_u (local.get $o) (local.get $end)))))))
  ;; Writes the row at $from, divided by $divisor, to $out, which may be the same place.
  (func (export "divide")
    (param $from i32) (param $divisor f32) (param $stride i32) (param $out i32)
    (local $end i32) (local $by v128)
    (local.set $end (i32.add (local.get $out) (local.get $stride)))
    (local.set $by (f32x4.splat (local.get $divisor)))
    (loop $lanes
      (v128.store (local.get $out) (f32x4.div (v128.load (local.get $from)) (local.get $by)))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (local.set $out (i32.add (local.get $out) (i32.const 16)))
      (br_if $lanes (i32.lt_u (local.get $out) (local.get $end)))))
)
